package io.newsledger.producer.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The fields of a YAML header, each value exactly as it is written: no 007 becomes 7, no 1.10
 * becomes 1.1. Works on the parser's events: deep nesting and aliases of aliases build nothing that
 * could fill the stack or the heap.
 */
final class HeaderYaml {
  private static final int MAX_DEPTH = 50;
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Optional<String> STRUCTURE = Optional.empty();

  private final Map<String, Optional<String>> fields = new HashMap<>();
  private final Map<String, Optional<String>> anchors = new HashMap<>();
  private int documents;
  private int depth;

  /** Name of the field whose value comes next; null where a name comes next. */
  private String name;

  private HeaderYaml() {}

  /**
   * Fields by {@link #normal} name: the text of a scalar, or empty for a list, a mapping or a value
   * of a type of its own. Fields without a value are left out.
   *
   * @throws Refusal if the text is no YAML, is no mapping, or has two different values for one name
   */
  static Map<String, Optional<String>> fields(String yaml) throws Refusal {
    HeaderYaml header = new HeaderYaml();
    try {
      for (Event event : new Parse(LoadSettings.builder().build()).parseString(yaml)) {
        header.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      String line =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 2) + ": ").orElse("");
      throw FrontMatter.broken(line + e.getProblem() + "; a value that holds \": \" needs quotes");
    } catch (YamlEngineException e) {
      throw FrontMatter.broken(e.getMessage());
    }
    return Map.copyOf(header.fields);
  }

  /** A field's name without regard to case, hyphens and underscores. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private void take(Event event) throws Refusal {
    switch (event.getEventId()) {
      case DocumentStart -> {
        documents++;
        if (documents > 1) {
          throw FrontMatter.broken("it holds more than one YAML document");
        }
      }
      case Scalar -> node(event, scalar((ScalarEvent) event));
      case Alias -> node(event, aliased((AliasEvent) event));
      case MappingStart, SequenceStart -> {
        node(event, STRUCTURE);
        depth++;
        if (depth > MAX_DEPTH) {
          throw FrontMatter.broken("it is nested deeper than " + MAX_DEPTH);
        }
      }
      case MappingEnd, SequenceEnd -> depth--;
      default -> {
        // Ends and comments tell nothing.
      }
    }
  }

  private void node(Event event, Optional<String> value) throws Refusal {
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), value));
    }
    if (depth == 0) {
      if (event.getEventId() != Event.ID.MappingStart) {
        throw FrontMatter.broken("it has no fields like title: ...");
      }
    } else if (depth == 1 && name == null) {
      name = normal(value.orElseThrow(() -> FrontMatter.broken("names of fields are plain text")));
    } else if (depth == 1) {
      field(value, event instanceof ScalarEvent scalar && scalar.isPlain());
      name = null;
    }
  }

  private void field(Optional<String> value, boolean plain) throws Refusal {
    if (plain && NOTHING.contains(value.orElse("?"))) {
      return;
    }
    Optional<String> before = fields.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      throw FrontMatter.broken("it has " + name + " twice, with different values");
    }
  }

  private static Optional<String> scalar(ScalarEvent scalar) {
    boolean text = scalar.getTag().map(HeaderYaml::isText).orElse(true);
    return text ? Optional.of(scalar.getValue()) : STRUCTURE;
  }

  private static boolean isText(String tag) {
    return tag.equals("!") || tag.equals("tag:yaml.org,2002:str");
  }

  private Optional<String> aliased(AliasEvent alias) throws Refusal {
    String anchor = alias.getAlias().getValue();
    Optional<String> value = anchors.get(anchor);
    if (value == null) {
      throw FrontMatter.broken("*" + anchor + " stands for nothing before it");
    }
    return value;
  }
}
