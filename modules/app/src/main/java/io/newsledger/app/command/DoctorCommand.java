package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.doctor.Examination;
import io.newsledger.app.doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Whether a cluster is fit for the ledger. */
@Command(
    name = "doctor",
    description = {
      "Look at brokers, topics, their settings, the groups, open transactions and the schema registry,"
          + " and say of each fault what to do. Changes nothing.",
      "Fails if there is a fault; what is doubtful is only told."
    })
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;

  @Override
  public Integer call() throws InterruptedException {
    List<Finding> findings;
    try {
      findings = new Examination(broker.connection()).findings();
    } catch (KafkaException e) {
      throw new CommandFailure("Kafka's client cannot start: " + e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println(
          finding.grade().name().toLowerCase(Locale.ROOT)
              + ": "
              + finding.what()
              + (finding.remedy().isEmpty() ? "" : " → " + finding.remedy()));
    }
    out.flush();
    long faults = findings.stream().filter(f -> f.grade() == Finding.Grade.FAULT).count();
    if (faults > 0) {
      throw new CommandFailure(faults + " of " + findings.size() + " findings are faults");
    }
    return 0;
  }
}
