package io.newsledger.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What an instance asks of those who ask it; never printed.
 *
 * @param token for reading; empty where none is asked for
 * @param trust who may vouch for the instance; empty for those whom Java trusts
 */
public record Credentials(Optional<String> token, Optional<SSLContext> trust) {
  /** For an instance that asks for nothing. */
  public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

  public Credentials {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(trust, "trust");
  }

  /**
   * Trusts the certificates in a PEM file, and no others.
   *
   * @throws IOException if the file cannot be read, or holds none
   */
  public static SSLContext trusting(Path certificates) throws IOException {
    try (InputStream in = Files.newInputStream(certificates)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(store.size()), one);
      }
      if (store.size() == 0) {
        throw new IOException("there is no certificate in " + certificates);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificates can be read from " + certificates, e);
    }
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
