package io.newsledger.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is killed, stopped, spoiled or deleted of a cluster while articles come in, both
 * instances end with the bytes of an undisturbed run, and meanwhile never answer wrongly.
 *
 * <p>{@code faults.seed} chooses who is hit and in which order, {@code faults.kinds} which faults
 * (names below, or all), {@code faults.rounds} how often all come round, {@code faults.standbys}
 * how many copies there are, {@code faults.bound} after how many seconds a killed part must be made
 * up for. Times from a fault to full answers go to standard output.
 */
final class ClusterFaultsTest {
  private static final long SEED = Long.getLong("faults.seed", 20261129L);
  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final int STANDBYS = Integer.getInteger("faults.standbys", 1);
  private static final double BOUND = Integer.getInteger("faults.bound", 120);
  private static final String KINDS = System.getProperty("faults.kinds", "leader,spoiled");
  private static final int ZOMBIE_SECONDS = 30;
  private static final int EACH = 6;
  private static final int MOST_INGESTS = 6;
  private static final String STEADY = "/careers/Hotel%20Whiskey";

  @TempDir static Path folder;
  private static final Random random = new Random(SEED);
  private static final Map<String, Fault> faults = new LinkedHashMap<>();
  private static LedgerCluster cluster;
  private final List<String> slow = new ArrayList<>();

  /** Hits the cluster, and waits until both instances give full answers again. */
  private interface Fault {
    void hit() throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    int most = EACH * (MOST_INGESTS * kinds().size() * ROUNDS + 1);
    Path config = folder.resolve("client.properties");
    Files.writeString(config, "num.standby.replicas=" + STANDBYS + "\n");
    cluster = LedgerCluster.start(folder, SEED, most, List.of("--kafka-config", config.toString()));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static List<String> kinds() {
    return KINDS.equals("all")
        ? List.of("instance", "leader", "controller", "zombie", "deleted", "spoiled", "rolling")
        : List.of(KINDS.split(","));
  }

  @Test
  void bothEndWithTheStateOfAnUndisturbedRun() throws Exception {
    faults.put("instance", this::killAnInstance);
    faults.put("leader", this::killTheLeader);
    faults.put("controller", this::killTheController);
    faults.put("zombie", this::stopAnInstanceForAWhile);
    faults.put("deleted", this::deleteAStateFolder);
    faults.put("spoiled", this::spoilAStore);
    faults.put("rolling", this::startAllAnew);
    cluster.ingest(1 + EACH);
    if (STANDBYS == 0) {
      // Neither answers for the whole, until one is alone.
      cluster.instances().get(0).kill();
      measure("an instance killed, no copies", cluster.instances().get(1));
      return;
    }
    cluster.awaitBoth();
    String steady = cluster.instances().get(0).answer(STEADY).map(HttpResponse::body).get();
    assertTrue(steady.contains("Cohere"), steady);
    try (Probe probe = new Probe(cluster.instances(), STEADY, steady)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<String> order = new ArrayList<>(kinds());
        Collections.shuffle(order, random);
        for (String kind : order) {
          faults.get(kind).hit();
        }
      }
      String undisturbed = cluster.undisturbed();
      for (LedgerProcess instance : cluster.instances()) {
        cluster.await(instance, undisturbed);
      }
      System.out.println("faults: asked all the while: " + probe);
      assertEquals(List.of(), probe.wrong());
      assertTrue(probe.right() > 0, probe.toString());
    }
    assertEquals(List.of(), slow);
  }

  private void killAnInstance() throws Exception {
    int hit = random.nextInt(2);
    instance(hit).kill();
    measure("an instance killed", instance(1 - hit));
    instance(hit).start();
    measureBack("a killed instance started again", instance(hit));
  }

  private void killTheLeader() throws Exception {
    kill(
        "the broker killed that led news.articles-0", cluster.brokers().leader("news.articles", 0));
  }

  private void killTheController() throws Exception {
    kill("the broker killed that was the controller", cluster.brokers().controller());
  }

  private void kill(String fault, int number) throws Exception {
    KafkaProcess broker = cluster.brokers().broker(number);
    broker.process().destroyForcibly();
    broker.process().waitFor();
    measure(fault, instance(random.nextInt(2)));
    broker.start();
    cluster.brokers().awaitAll();
    cluster.awaitBoth();
  }

  private void stopAnInstanceForAWhile() throws Exception {
    int hit = random.nextInt(2);
    long stopped = System.nanoTime();
    instance(hit).signal("STOP");
    measure("an instance stopped (SIGSTOP)", instance(1 - hit));
    // A zombie has to sleep for long: others have done its work when it wakes.
    while (System.nanoTime() - stopped < TimeUnit.SECONDS.toNanos(ZOMBIE_SECONDS)) {
      cluster.await(instance(1 - hit));
      TimeUnit.MILLISECONDS.sleep(200);
    }
    instance(hit).signal("CONT");
    measureBack("a stopped instance let go on (SIGCONT)", instance(hit));
  }

  private void deleteAStateFolder() throws Exception {
    int hit = random.nextInt(2);
    instance(hit).kill();
    measure("an instance killed", instance(1 - hit));
    try (Stream<Path> below = Files.walk(instance(hit).data())) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    instance(hit).start();
    measureBack("an instance without its folder started", instance(hit));
  }

  /** After an end in order the stores would be used as they are. */
  private void spoilAStore() throws Exception {
    int hit = random.nextInt(2);
    long ended = System.nanoTime();
    instance(hit).end();
    cluster.ingest(EACH);
    cluster.await(instance(1 - hit));
    tell("an instance ended in order (SIGTERM)", ended);
    int spoiled = spoil(instance(hit).data());
    assertTrue(spoiled > 0, "there is nothing to spoil");
    instance(hit).start();
    measureBack("an instance with " + spoiled + " spoiled files started", instance(hit));
  }

  /** Overwrites every table and manifest of one store of each kind of file. */
  private static int spoil(Path data) throws IOException {
    List<Path> tables;
    try (Stream<Path> below = Files.walk(data)) {
      tables =
          below
              .filter(file -> file.getFileName().toString().matches("MANIFEST-\\d+|\\d+\\.sst"))
              .sorted()
              .toList();
    }
    byte[] noise = new byte[64];
    for (Path table : tables) {
      random.nextBytes(noise);
      try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
        file.seek(file.length() / 2);
        file.write(noise);
      }
    }
    return tables.size();
  }

  private void startAllAnew() throws Exception {
    for (LedgerProcess instance : cluster.instances()) {
      instance.end();
      cluster.ingest(EACH);
      instance.start();
      cluster.awaitBoth();
    }
    for (int number = 0; number < 3; number++) {
      KafkaProcess broker = cluster.brokers().broker(number);
      broker.process().destroy();
      assertTrue(broker.process().waitFor(60, TimeUnit.SECONDS), broker.log());
      measure("a broker ended in order", instance(random.nextInt(2)));
      broker.start();
      cluster.brokers().awaitAll();
      cluster.awaitBoth();
    }
  }

  private static LedgerProcess instance(int number) {
    return cluster.instances().get(number);
  }

  /** From now until what is given now is in the answers of this instance. */
  private void measure(String fault, LedgerProcess instance) {
    long start = System.nanoTime();
    cluster.ingest(EACH);
    cluster.await(instance);
    double seconds = tell(fault, start);
    if (seconds > BOUND) {
      slow.add(fault + ": " + seconds + " s");
    }
  }

  /** From now until this instance gives full answers, as the other does. */
  private void measureBack(String fault, LedgerProcess instance) {
    long start = System.nanoTime();
    cluster.await(instance);
    tell(fault, start);
    cluster.awaitBoth();
  }

  private static double tell(String fault, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "faults: full answers %.1f s after: %s%n", seconds, fault);
    return seconds;
  }
}
