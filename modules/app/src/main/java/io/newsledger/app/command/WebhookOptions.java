package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.query.webhook.Webhook;
import io.newsledger.query.webhook.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is told of alerts and shifts. */
final class WebhookOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description =
          "Tell every alert and shift to this address by POST, signed as Standard Webhooks says;"
              + " may be given again. What is not taken within ten minutes stands in"
              + " webhooks-dead.jsonl of the data folder.")
  private List<URI> targets = List.of();

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "File with the secret that signs: whsec_ and the Base64 of 24 to 64 bytes.")
  private Path secret;

  @Option(
      names = "--webhook-private",
      description = "Webhooks may be in private networks and on this machine.")
  private boolean inside;

  /**
   * Those to be told; maybe none.
   *
   * @throws ParameterException if a target or the secret is none
   * @throws CommandFailure if the file of the secret cannot be read
   */
  List<Webhook> webhooks() {
    if (targets.isEmpty()) {
      return List.of();
    }
    if (secret == null) {
      throw new ParameterException(
          spec.commandLine(), "--webhook needs --webhook-secret-file: what is sent is signed");
    }
    try {
      WebhookSecret key = WebhookSecret.parse(Files.readString(secret));
      return targets.stream().map(target -> new Webhook(target, key, inside)).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure("cannot read the secret: " + e.getMessage(), e);
    }
  }
}
