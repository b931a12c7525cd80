package io.newsledger.query.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a server is, for TLS.
 *
 * @param chain file of its certificate and of those that vouch for it, PEM
 * @param key file of the private key, PKCS #8 without a password, PEM
 */
public record Certificate(Path chain, Path key) {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  /** What the key in memory is kept under; it protects nothing. */
  static final String WORD = "newsledger";

  /**
   * Both, read now.
   *
   * @throws ServerException if they cannot be read or do not go together; the message says which,
   *     and nothing of the key
   */
  KeyStore store() {
    try {
      java.security.cert.Certificate[] certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(chain)))
              .toArray(java.security.cert.Certificate[]::new);
      if (certificates.length == 0) {
        throw new ServerException("there is no certificate in " + chain, null);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(WORD, privateKey(), WORD.toCharArray(), certificates);
      return store;
    } catch (IOException e) {
      throw new ServerException("cannot read " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new ServerException("cannot use " + chain + " with " + key + ": " + e.getMessage(), e);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    Matcher found = KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
    if (found.find()) {
      PKCS8EncodedKeySpec spec =
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
      for (String kind : KINDS) {
        Optional<PrivateKey> one = ofKind(kind, spec);
        if (one.isPresent()) {
          return one.get();
        }
      }
    }
    throw new ServerException(
        "there is no private key in "
            + key
            + " that can be used: it takes PKCS #8, PEM, no password",
        null);
  }

  private static Optional<PrivateKey> ofKind(String kind, PKCS8EncodedKeySpec spec)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(kind).generatePrivate(spec));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    }
  }
}
