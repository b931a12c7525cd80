package io.newsledger.app.connection;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;

/** Kafka's settings of TLS, of the types that its own classes take. */
final class Ssl {
  private Ssl() {}

  static Map<String, Object> parsed(Map<String, Object> settings) {
    ConfigDef definition = new ConfigDef();
    SslConfigs.addClientSslSupport(definition);
    return definition.parse(settings);
  }
}
