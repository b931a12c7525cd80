package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of 127.0.0.1 that vouches for itself, made for this run.
 *
 * @param chain file of it, PEM
 * @param key file of its private key, PEM
 */
record MadeCertificate(Path chain, Path key) {
  private static final char[] WORD = "of this run".toCharArray();

  static MadeCertificate in(Path folder) throws Exception {
    KeyStore keys = KeyStore.getInstance(keys(folder).toFile(), WORD);
    byte[] chain = keys.getCertificate("server").getEncoded();
    byte[] key = keys.getKey("server", WORD).getEncoded();
    return new MadeCertificate(
        pem(folder.resolve("chain.pem"), "CERTIFICATE", chain),
        pem(folder.resolve("key.pem"), "PRIVATE KEY", key));
  }

  private static Path pem(Path file, String label, byte[] bytes) throws Exception {
    return Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label));
  }

  private static Path keys(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(WORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS), "keytool does not end");
    assertEquals(0, keytool.exitValue(), Files.readString(folder.resolve("keytool.log")));
    return store;
  }
}
