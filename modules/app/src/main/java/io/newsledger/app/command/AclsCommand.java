package io.newsledger.app.command;

import io.newsledger.app.connection.Role;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What brokers have to allow. */
@Command(
    name = "acls",
    description = {
      "Print what brokers with an authorizer have to allow for a part of the ledger: arguments of"
          + " Kafka's kafka-acls.sh, one call a line. Changes nothing.",
      "RUN: run and rebuild. INGEST: ingest and withdraw. CURATE: alias. READ_ONLY: tail, and others"
          + " who read what comes out."
    })
public final class AclsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ROLE", description = "One of ${COMPLETION-CANDIDATES}.")
  private Role role;

  @Option(
      names = "--principal",
      paramLabel = "NAME",
      defaultValue = "User:newsledger",
      description = "Who is to be allowed, as brokers name it; default: ${DEFAULT-VALUE}.")
  private String principal;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    role.grants(principal).forEach(grant -> out.println(arguments(grant)));
    out.flush();
    return 0;
  }

  private static String arguments(AclBinding grant) {
    ResourcePattern pattern = grant.pattern();
    String type =
        switch (pattern.resourceType()) {
          case TOPIC -> "--topic ";
          case GROUP -> "--group ";
          case TRANSACTIONAL_ID -> "--transactional-id ";
          default -> throw new IllegalStateException("no role needs " + pattern);
        };
    return "--add --allow-principal '"
        + grant.entry().principal()
        + "' --operation "
        + grant.entry().operation().name().toLowerCase(Locale.ROOT)
        + " "
        + type
        + pattern.name()
        + " --resource-pattern-type "
        + pattern.patternType().name().toLowerCase(Locale.ROOT);
  }
}
