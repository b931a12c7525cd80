package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.weighing.Thresholds;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

final class TopologyPictureTest {
  private static final EventSerdes SERDES = EventSerdes.singleObject();

  @Test
  void aPictureShowsTopicsProcessorsAndStores() {
    Topology topology = new Topology();
    topology.addSource("in", "words");
    topology.addProcessor("count", new Counting(), "in");
    topology.addSink("out", "counts", "count");
    assertEquals(
        """
        ```mermaid
        flowchart LR
          n3[("counts")]
          n2[("words")]
          subgraph part0[task group 0]
            n0["count"]
            n1[["totals"]]
          end
          n0 --- n1
          n0 --> n3
          n2 --> n0
        ```
        """,
        TopologyPicture.of(topology));
  }

  @Test
  void thePicturesInTheDocumentAreThoseOfWhatRuns() throws Exception {
    Documents.assertUpToDate(
        "docs/topologies.md",
        """
        # The topologies, as they run
        Drawn from the code by a test, which fails when one of them changes; `CONTRIBUTING.md` says how to accept a
        change. Cylinders are topics, boxes are processors, boxes with double sides are state stores. What stands in one
        frame shares partitions and runs in one task per partition. Names are names of topics and of folders: they are
        part of the data layout.

        ## Enrichment: articles to claims
        """
            + TopologyPicture.of(
                EnrichmentTopology.build(
                    NewsExtractor.load(), SERDES, settings(EnrichmentTopology.APPLICATION_ID)))
            + """

        ## Aggregation: claims to state
        """
            + TopologyPicture.of(
                AggregationTopology.build(
                    SERDES,
                    settings(AggregationTopology.APPLICATION_ID),
                    Thresholds.DEFAULT,
                    Generation.FIRST)));
  }

  private static Properties settings(String application) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    return settings;
  }
}
