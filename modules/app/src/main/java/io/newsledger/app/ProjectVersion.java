package io.newsledger.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into this jar. */
final class ProjectVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (InputStream in = ProjectVersion.class.getResourceAsStream("version.txt")) {
      return new String[] {
        "newsledger " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
