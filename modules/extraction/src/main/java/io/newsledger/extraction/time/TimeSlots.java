package io.newsledger.extraction.time;

import io.newsledger.extraction.number.Cardinals;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Slots;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Months, days, years and counts as they stand in phrases of time. */
final class TimeSlots implements Slots {
  /** The slots, by their names in capitals. */
  enum Slot {
    MONTH,
    WEEKDAY,
    SEASON,
    UNIT,
    DAY,
    MM,
    YEAR,
    FY,
    N,
    Q,
    HALF,
    HOLIDAY;

    static Slot of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private static final Set<Slot> IN_DIGITS = EnumSet.of(Slot.DAY, Slot.MM, Slot.YEAR, Slot.N);
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2059;

  /** Words that are months only where something around them says so. */
  private static final Set<String> DOUBTFUL = Set.of("may", "march", "mar");

  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "since", "by", "until", "till", "of", "this", "last", "next", "early", "mid",
          "late", "from", "to", "through", "and", "-", "between", "during", "before", "after",
          "end", "for", "around", "as");
  private static final Set<String> CURRENCY_SIGNS = Set.of("$", "€", "£", "¥", "₹", "₩");
  private static final Set<String> NOT_PLURAL =
      Set.of(
          "is", "was", "has", "its", "as", "this", "us", "his", "sees", "says", "plus", "versus");
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "in",
          "since",
          "by",
          "until",
          "till",
          "of",
          "during",
          "for",
          "from",
          "to",
          "and",
          "early",
          "late",
          "mid",
          "fiscal",
          "calendar",
          "between",
          "than",
          "before",
          "after",
          "the",
          "-",
          "through",
          "year",
          "around",
          "as",
          "vs",
          "versus",
          "compared",
          "with",
          "or");

  private final Map<String, Map<String, Integer>> vocabulary = new HashMap<>();

  /** The slots that a word of the vocabulary can begin to fill. */
  private final Map<String, Set<Slot>> words = new HashMap<>();

  private final Cardinals cardinals;
  private final Holidays holidays;

  TimeSlots(Cardinals cardinals, Holidays holidays) {
    this.cardinals = cardinals;
    this.holidays = holidays;
    for (List<String> row : Lines.columns(TimeSlots.class, "vocabulary.tsv")) {
      Map<String, Integer> slot = vocabulary.computeIfAbsent(row.get(0), k -> new HashMap<>());
      for (String word : row.get(2).split("\\|", -1)) {
        slot.put(word, Integer.valueOf(row.get(1)));
        Set<Slot> slots = words.computeIfAbsent(word, w -> EnumSet.noneOf(Slot.class));
        if (row.get(0).equals("ordinal")) {
          slots.addAll(List.of(Slot.Q, Slot.HALF));
        } else {
          slots.add(Slot.of(row.get(0)));
        }
      }
    }
  }

  /** The slots that this lexeme could fill or begin to fill. */
  Set<Slot> beginningWith(Lexeme lexeme) {
    String key = lexeme.key();
    if (lexeme.isNumeral()) {
      return IN_DIGITS;
    }
    Set<Slot> named = words.getOrDefault(key, Set.of());
    boolean holiday = holidays.canBegin(lexeme);
    boolean number = key.equals("an") || cardinals.canBegin(lexeme);
    boolean fiscal = key.startsWith("fy");
    if (!holiday && !number && !fiscal) {
      return named;
    }
    EnumSet<Slot> slots = EnumSet.noneOf(Slot.class);
    slots.addAll(named);
    if (holiday) {
      slots.add(Slot.HOLIDAY);
    }
    if (number) {
      slots.add(Slot.N);
    }
    if (fiscal) {
      slots.add(Slot.FY);
    }
    return slots;
  }

  @Override
  public Optional<Filling> fill(String name, List<Lexeme> lexemes, int at) {
    Lexeme lexeme = lexemes.get(at);
    return switch (name) {
      case "month" -> isMonth(lexemes, at) ? word("month", lexeme) : Optional.empty();
      case "weekday" -> isWeekday(lexemes, at) ? word("weekday", lexeme) : Optional.empty();
      case "season", "unit" -> word(name, lexeme);
      case "day" -> day(lexemes, at);
      case "mm" -> integer(lexeme, 1, 12, 2);
      case "year" -> year(lexemes, at);
      case "fy" -> fiscalYear(lexeme);
      case "n" -> count(lexemes, at);
      case "q" -> ordinalOr("q", "quarter", lexemes, at);
      case "half" -> ordinalOr("half", "half", lexemes, at);
      case "holiday" -> holidays.fill(lexemes, at);
      default -> throw new IllegalArgumentException("no slot <" + name + ">");
    };
  }

  private Optional<Filling> word(String slot, Lexeme lexeme) {
    return Optional.ofNullable(vocabulary.get(slot).get(lexeme.key())).map(v -> new Filling(1, v));
  }

  private boolean isMonth(List<Lexeme> lexemes, int at) {
    Lexeme lexeme = lexemes.get(at);
    if (!lexeme.isCapitalised() || !vocabulary.get("month").containsKey(lexeme.key())) {
      return false;
    }
    boolean number = numeralFollows(lexemes, at);
    boolean introduced = at > 0 && BEFORE_MONTH.contains(lexemes.get(at - 1).key());
    boolean afterDay = at > 0 && lexemes.get(at - 1).isNumeral();
    if (DOUBTFUL.contains(lexeme.key())) {
      return number || introduced || afterDay;
    }
    if (lexeme.key().length() == 3) {
      return number || introduced || afterDay || follows(lexemes, at, ".");
    }
    // A given name (April, June, August) has a family name behind it.
    boolean nameFollows =
        at + 1 < lexemes.size()
            && lexemes.get(at + 1).isWord()
            && lexemes.get(at + 1).isCapitalised();
    return number || introduced || afterDay || !nameFollows;
  }

  private static boolean numeralFollows(List<Lexeme> lexemes, int at) {
    for (int i = at + 1; i < Math.min(lexemes.size(), at + 4); i++) {
      if (lexemes.get(i).isNumeral()) {
        return true;
      }
      if (!Set.of(".", ",", "the", "of").contains(lexemes.get(i).key())) {
        return false;
      }
    }
    return false;
  }

  private boolean isWeekday(List<Lexeme> lexemes, int at) {
    Lexeme lexeme = lexemes.get(at);
    return lexeme.isCapitalised()
        && vocabulary.get("weekday").containsKey(lexeme.key())
        && (lexeme.key().endsWith("day") || follows(lexemes, at, ".") || follows(lexemes, at, ","));
  }

  private static Optional<Filling> day(List<Lexeme> lexemes, int at) {
    Optional<Filling> day = integer(lexemes.get(at), 1, 31, 2);
    if (day.isEmpty() || at + 1 == lexemes.size()) {
      return day;
    }
    Lexeme next = lexemes.get(at + 1);
    if (Set.of("st", "nd", "rd", "th").contains(next.key()) && next.glued()) {
      return day.map(d -> new Filling(2, d.value()));
    }
    boolean amount = next.key().equals("%") || next.key().endsWith("illion");
    return amount || (next.glued() && next.isWord()) ? Optional.empty() : day;
  }

  private static Optional<Filling> integer(Lexeme lexeme, int least, int most, int digits) {
    String key = lexeme.key();
    if (key.length() > digits || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int value = Integer.parseInt(key);
    return value >= least && value <= most ? Optional.of(new Filling(1, value)) : Optional.empty();
  }

  private static Optional<Filling> year(List<Lexeme> lexemes, int at) {
    Lexeme lexeme = lexemes.get(at);
    Optional<Filling> year = integer(lexeme, FIRST_YEAR, LAST_YEAR, 4);
    if (year.isEmpty()) {
      return year;
    }
    Lexeme before = at > 0 ? lexemes.get(at - 1) : null;
    Lexeme next = at + 1 < lexemes.size() ? lexemes.get(at + 1) : null;
    if (before != null && CURRENCY_SIGNS.contains(before.key())) {
      return Optional.empty();
    }
    if (lexeme.glued() && at > 1 && before.key().equals("-") && lexemes.get(at - 2).isWord()) {
      boolean modifier =
          Set.of("mid", "early", "late", "fy", "pre", "post").contains(lexemes.get(at - 2).key());
      if (!modifier && before.glued()) {
        return Optional.empty(); // a name: Falcon-2025
      }
    }
    boolean namedList = before != null && before.isCapitalised() && year.get().value() == 2000;
    if (namedList) {
      return Optional.empty(); // Global 2000
    }
    if (next == null) {
      return year;
    }
    boolean amount = next.key().equals("%") || next.key().endsWith("illion");
    boolean suffix = next.glued() && next.isWord();
    boolean counted =
        next.isWord()
            && !next.isCapitalised()
            && next.key().endsWith("s")
            && !next.key().endsWith("ss")
            && next.key().length() > 1
            && !NOT_PLURAL.contains(next.key())
            && (before == null || !BEFORE_YEAR.contains(before.key()));
    return amount || suffix || counted ? Optional.empty() : year;
  }

  private static Optional<Filling> fiscalYear(Lexeme lexeme) {
    String key = lexeme.key();
    if (!key.startsWith("fy") || !key.substring(2).chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return switch (key.length()) {
      case 4 -> Optional.of(new Filling(1, 2000 + Integer.parseInt(key.substring(2))));
      case 6 -> Optional.of(new Filling(1, Integer.parseInt(key.substring(2))));
      default -> Optional.empty();
    };
  }

  private Optional<Filling> count(List<Lexeme> lexemes, int at) {
    String key = lexemes.get(at).key();
    if (key.equals("a") || key.equals("an")) {
      return Optional.of(new Filling(1, 1));
    }
    return cardinals
        .at(lexemes, at, false)
        .filter(c -> c.value() <= 999 && c.value() == Math.rint(c.value()))
        .map(c -> new Filling(c.length(), (int) c.value()));
  }

  private Optional<Filling> ordinalOr(String slot, String noun, List<Lexeme> lexemes, int at) {
    Optional<Filling> symbol = word(slot, lexemes.get(at));
    if (symbol.isPresent()) {
      return symbol;
    }
    Optional<Filling> ordinal = word("ordinal", lexemes.get(at));
    if (ordinal.isEmpty() || (slot.equals("half") && ordinal.get().value() > 2)) {
      return Optional.empty();
    }
    int next = at + 1;
    while (next < lexemes.size()
        && Set.of("-", "fiscal", "calendar").contains(lexemes.get(next).key())) {
      next++;
    }
    return next < lexemes.size() && lexemes.get(next).key().equals(noun)
        ? ordinal.map(o -> new Filling(next(lexemes, at, noun), o.value()))
        : Optional.empty();
  }

  private static int next(List<Lexeme> lexemes, int at, String noun) {
    int length = 1;
    while (!lexemes.get(at + length).key().equals(noun)) {
      length++;
    }
    return length + 1;
  }

  private static boolean follows(List<Lexeme> lexemes, int at, String sign) {
    return at + 1 < lexemes.size() && lexemes.get(at + 1).key().equals(sign);
  }
}
