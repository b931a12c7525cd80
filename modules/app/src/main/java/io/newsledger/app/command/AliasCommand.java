package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Aliases;
import io.newsledger.events.EntityAlias;
import io.newsledger.weighing.AliasKey;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Links and parts people. */
@Command(
    name = "alias",
    description = {
      "Say that a name is another name of a person: their careers become one. With --undo they are"
          + " two again, as if it had never been said. Without a name, list what was said.",
      "The order of the parts of a name does not matter. A name that is said to be of two people is"
          + " taken for neither of them."
    })
public final class AliasCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "The name as printed; quotation marks are not needed.")
  private List<String> name = List.of();

  @Option(
      names = "--is",
      paramLabel = "PERSON",
      description = "The name that the person is known by, in quotation marks.")
  private String person;

  @Option(names = "--undo", description = "Part them again.")
  private boolean undo;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why both are one person.")
  private String reason;

  @Option(
      names = "--source",
      paramLabel = "WHO",
      defaultValue = "curator",
      description = "Who says so: an address, a person; default: ${DEFAULT-VALUE}.")
  private String source;

  public AliasCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (name.isEmpty() && person == null && !undo) {
      list();
      return 0;
    }
    if (name.isEmpty() || person == null) {
      throw new ParameterException(
          spec.commandLine(), "both names are needed: newsledger alias NAME --is PERSON");
    }
    EntityAlias alias =
        EntityAlias.newBuilder()
            .setName(String.join(" ", name))
            .setPerson(person)
            .setReason(reason)
            .setSource(source)
            .setRecordedAt(context.clock().instant().truncatedTo(ChronoUnit.MILLIS))
            .build();
    AliasKey key = key(alias);
    Aliases aliases = new Aliases(broker.connection());
    SortedMap<String, EntityAlias> standing = aliases.all();
    if (undo) {
      part(aliases, standing, key);
    } else if (standing.containsKey(key.text())) {
      context.progress().say("said already: " + words(standing.get(key.text())));
    } else {
      aliases.link(alias);
      context.progress().say(words(alias));
    }
    return 0;
  }

  private AliasKey key(EntityAlias alias) {
    try {
      return AliasKey.of(alias);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void part(Aliases aliases, SortedMap<String, EntityAlias> standing, AliasKey key) {
    EntityAlias alias = standing.get(key.text());
    if (alias == null) {
      throw new CommandFailure(
          "nobody said that '"
              + String.join(" ", name)
              + "' is '"
              + person
              + "': 'newsledger alias' lists what was said");
    }
    aliases.part(key);
    context.progress().say("undone: " + words(alias));
  }

  private void list() {
    PrintWriter out = spec.commandLine().getOut();
    new Aliases(broker.connection()).all().values().forEach(alias -> out.println(words(alias)));
    out.flush();
  }

  /** "Lin Justin is Junyang Lin (curator, 2026-03-05: one account)". */
  private static String words(EntityAlias alias) {
    return alias.getName()
        + " is "
        + alias.getPerson()
        + " ("
        + alias.getSource()
        + ", "
        + LocalDate.ofInstant(alias.getRecordedAt(), ZoneOffset.UTC)
        + (alias.getReason().isBlank() ? "" : ": " + alias.getReason())
        + ")";
  }
}
