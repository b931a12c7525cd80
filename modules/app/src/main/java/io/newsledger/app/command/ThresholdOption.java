package io.newsledger.app.command;

import io.newsledger.weighing.ExodusRules;
import io.newsledger.weighing.ShiftRule;
import io.newsledger.weighing.ThresholdChoice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From what on something is an alert or a shift. */
final class ThresholdOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--exodus",
      paramLabel = "[ORGANISATION=]PEOPLE/DAYS",
      description = {
        "How many people must have left one organisation, or one unit of it, within how many days"
            + " to raise an alert; with ORGANISATION= for that one alone. May be given several"
            + " times. Default: 3/30 for all.",
        "State keeps the rules that it is made by: others need 'newsledger rebuild'."
      })
  private List<String> exodus;

  @Option(
      names = "--shift",
      paramLabel = "POINTS/PERCENT",
      description =
          "How many percentage points a percentage must have changed, and how many percent anything"
              + " else, to tell a shift. Default: 5/10. Kept like the rules for alerts.")
  private String shift;

  /**
   * What is asked for.
   *
   * @throws ParameterException if it is no rule
   */
  ThresholdChoice choice() {
    try {
      return new ThresholdChoice(
          Optional.ofNullable(exodus).map(ExodusRules::parse),
          Optional.ofNullable(shift).map(ShiftRule::parse));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
