package io.newsledger.app;

import io.newsledger.app.command.AclsCommand;
import io.newsledger.app.command.AlertsCommand;
import io.newsledger.app.command.AliasCommand;
import io.newsledger.app.command.CareerCommand;
import io.newsledger.app.command.ClaimsCommand;
import io.newsledger.app.command.Context;
import io.newsledger.app.command.DemoCommand;
import io.newsledger.app.command.DoctorCommand;
import io.newsledger.app.command.EvaluateCommand;
import io.newsledger.app.command.ExportCommand;
import io.newsledger.app.command.ExtractCommand;
import io.newsledger.app.command.FlowCommand;
import io.newsledger.app.command.IngestCommand;
import io.newsledger.app.command.LeaderboardCommand;
import io.newsledger.app.command.RebuildCommand;
import io.newsledger.app.command.RejectsCommand;
import io.newsledger.app.command.RunCommand;
import io.newsledger.app.command.SchemasCommand;
import io.newsledger.app.command.SeriesCommand;
import io.newsledger.app.command.ShiftsCommand;
import io.newsledger.app.command.StopSignal;
import io.newsledger.app.command.TailCommand;
import io.newsledger.app.command.TrainCommand;
import io.newsledger.app.command.TrainFiguresCommand;
import io.newsledger.app.command.WatchCommand;
import io.newsledger.app.command.WithdrawCommand;
import io.newsledger.events.registry.RegistryException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code newsledger} command. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "newsledger",
    description = "A ledger of who moves where and who holds what share, kept from news.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = ProjectVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, the reason stands on standard error", "2:wrong use"},
    subcommands = {HelpCommand.class, GenerateCompletion.class})
public final class Newsledger {
  private static final int FAILED = 1;

  /** How long a command may take to end in order after Ctrl-C. */
  private static final Duration STOP = Duration.ofSeconds(60);

  private Newsledger() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Kafka's broker folds the case of its own constants in the default locale and does not start
    // in
    // a Turkish one.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    StopSignal stop = StopSignal.ofProcess(STOP);
    int code = commandLine(out, err, context(err, stop)).execute(arguments);
    out.flush();
    if (out.checkError()) {
      err.println("newsledger: not all results could be written to standard output");
      code = FAILED;
    }
    err.flush();
    stop.ended(code);
    System.exit(code);
  }

  /** The commands, printing results to {@code out} and all else to {@code err}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err, Context context) {
    return new CommandLine(new Newsledger())
        .addSubcommand(new DemoCommand(context))
        .addSubcommand(new RunCommand(context))
        .addSubcommand(new IngestCommand(context))
        .addSubcommand(new WatchCommand(context))
        .addSubcommand(new RejectsCommand(context))
        .addSubcommand(new WithdrawCommand(context))
        .addSubcommand(new AliasCommand(context))
        .addSubcommand(new CareerCommand())
        .addSubcommand(new FlowCommand())
        .addSubcommand(new SeriesCommand())
        .addSubcommand(new AlertsCommand())
        .addSubcommand(new ShiftsCommand())
        .addSubcommand(new LeaderboardCommand())
        .addSubcommand(new ClaimsCommand())
        .addSubcommand(new ExportCommand())
        .addSubcommand(new TailCommand(context))
        .addSubcommand(new RebuildCommand(context))
        .addSubcommand(new SchemasCommand())
        .addSubcommand(new AclsCommand())
        .addSubcommand(new DoctorCommand())
        .addSubcommand(new ExtractCommand(context))
        .addSubcommand(new EvaluateCommand(context))
        .addSubcommand(new TrainCommand(context))
        .addSubcommand(new TrainFiguresCommand(context))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (error, command, parsed) -> {
              context.progress().done();
              return failed(error, err);
            });
  }

  private static Context context(PrintWriter err, StopSignal stop) {
    return new Context(
        new Terminal(err, Boolean.getBoolean("newsledger.terminal")),
        stop,
        System.in,
        Clock.systemUTC(),
        Path.of(System.getProperty("newsledger.home", ".")));
  }

  private static int failed(Exception error, PrintWriter err) {
    if (error instanceof CommandFailure || error instanceof RegistryException) {
      err.println("newsledger: " + error.getMessage());
      logger().info("the command failed", error);
    } else {
      err.println("newsledger: " + error + " (not foreseen: please report it)");
      error.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }

  /** Asked for late: the data folder, known only then, decides where the log goes. */
  private static Logger logger() {
    return LoggerFactory.getLogger(Newsledger.class);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
