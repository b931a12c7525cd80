package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.events.registry.HttpSchemaRegistry;
import io.newsledger.events.registry.Registration;
import io.newsledger.events.registry.RegistryAccess;
import io.newsledger.events.topic.Generation;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The ledger's schemas in a registry. */
@Command(
    name = "schemas",
    description = {
      "Register this release's schemas in a schema registry, or check that they stand there.",
      "Where 'newsledger run --production' is used, this is how they get there."
    },
    synopsisSubcommandLabel = "(check | register)")
public final class SchemasCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say check or register");
  }

  @Command(
      name = "check",
      description =
          "Tell of each subject whether it stands as this release needs it. Changes nothing.")
  int check(@Mixin ClientOptions clients, @Mixin GenerationOption generation) {
    PrintWriter out = spec.commandLine().getOut();
    List<Registration.Standing> all = registration(clients, generation).check();
    for (Registration.Standing standing : all) {
      String state = standing.isSound() ? "sound" : String.join("; ", standing.faults());
      out.println(standing.subject().name() + ": " + state);
    }
    out.flush();
    long faults = all.stream().filter(standing -> !standing.isSound()).count();
    if (faults > 0) {
      throw new CommandFailure(
          faults + " of " + all.size() + " subjects do not stand as this release needs them");
    }
    return 0;
  }

  @Command(
      name = "register",
      description =
          "Register what is missing, and set every subject to FULL_TRANSITIVE. A second time"
              + " changes nothing.")
  int register(@Mixin ClientOptions clients, @Mixin GenerationOption generation) {
    Registration registration = registration(clients, generation);
    registration.register();
    spec.commandLine()
        .getErr()
        .println("the schemas of " + registration.check().size() + " subjects are registered");
    spec.commandLine().getErr().flush();
    return 0;
  }

  /** Topics of later generations are subjects of their own. */
  static final class GenerationOption {
    @Option(
        names = "--generation",
        paramLabel = "N",
        defaultValue = "1",
        description = "Generation whose topics are meant; default: ${DEFAULT-VALUE}.")
    private int number;
  }

  private Registration registration(ClientOptions clients, GenerationOption generation) {
    ClientSettings settings = clients.settings(true);
    RegistryAccess access =
        settings
            .registry()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "--schema-registry is needed: the registry's address"));
    if (generation.number < 1) {
      throw new ParameterException(
          spec.commandLine(), "--generation must be 1 or more, not " + generation.number);
    }
    return new Registration(new HttpSchemaRegistry(access), new Generation(generation.number));
  }
}
