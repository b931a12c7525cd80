import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * Reads a topic with Flink SQL, up to what is there, and prints its changes: kind, key and columns,
 * separated by tabs. It knows no class of the ledger.
 *
 * <p>Arguments: brokers, address of the registry, topic, columns as SQL declares them.
 */
public final class ReadTopic {
  private ReadTopic() {}

  public static void main(String[] arguments) throws Exception {
    TableEnvironment tables =
        TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    tables.getConfig().set("parallelism.default", "1");
    tables.executeSql(
        """
        CREATE TABLE topic (`key` STRING NOT NULL, %s, PRIMARY KEY (`key`) NOT ENFORCED) WITH (
          'connector' = 'upsert-kafka',
          'topic' = '%s',
          'properties.bootstrap.servers' = '%s',
          'properties.isolation.level' = 'read_committed',
          'scan.bounded.mode' = 'latest-offset',
          'key.format' = 'raw',
          'value.format' = 'avro-confluent',
          'value.fields-include' = 'EXCEPT_KEY',
          'value.avro-confluent.url' = '%s')
        """
            .formatted(arguments[3], arguments[2], arguments[0], arguments[1]));
    try (CloseableIterator<Row> rows = tables.executeSql("SELECT * FROM topic").collect()) {
      while (rows.hasNext()) {
        Row row = rows.next();
        StringBuilder line = new StringBuilder("row\t").append(row.getKind().shortString());
        for (int i = 0; i < row.getArity(); i++) {
          Object value = row.getField(i);
          line.append('\t')
              .append(value instanceof Object[] many ? String.join("|", strings(many)) : value);
        }
        System.out.println(line);
      }
    }
  }

  private static String[] strings(Object[] many) {
    String[] strings = new String[many.length];
    for (int i = 0; i < many.length; i++) {
      strings[i] = String.valueOf(many[i]);
    }
    return strings;
  }
}
