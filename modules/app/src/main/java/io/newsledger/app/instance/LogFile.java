package io.newsledger.app.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Sends the log to a file of the data folder. */
public final class LogFile {
  private static final String PROPERTY = "newsledger.log";
  private static final String CONFIGURATION = "/log4j2-file.xml";

  private LogFile() {}

  /** From here on, information goes to {@code newsledger.log} of the folder. */
  public static Path open(DataFolder folder) {
    Path file = folder.root().resolve("newsledger.log");
    System.setProperty(PROPERTY, file.toString());
    Configurator.reconfigure(configuration());
    return file;
  }

  private static URI configuration() {
    try {
      return LogFile.class.getResource(CONFIGURATION).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path names no place for " + CONFIGURATION, e);
    }
  }
}
