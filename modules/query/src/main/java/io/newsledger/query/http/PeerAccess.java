package io.newsledger.query.http;

import io.newsledger.query.peer.PeerSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.streams.state.HostInfo;

/** What an instance sends to others that let in whom it lets in itself. */
public final class PeerAccess {
  private PeerAccess() {}

  /**
   * Of what is asked here: the same token, and TLS if it is spoken here. Who may vouch for the
   * others are those whom Java trusts, and those who stand in this instance's own certificate file.
   *
   * @param self how the others reach this instance
   * @throws ServerException if the certificate cannot be read
   */
  public static PeerSettings of(HostInfo self, Access access) {
    return new PeerSettings(
        self,
        access.reading().map(BearerToken::authorization),
        access.certificate().map(Certificate::store).map(PeerAccess::trusting));
  }

  private static SSLContext trusting(KeyStore own) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      loadEmpty(trusted);
      int number = 0;
      for (java.security.cert.Certificate one : own.getCertificateChain(Certificate.WORD)) {
        trusted.setCertificateEntry("own" + number++, one);
      }
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager usual) {
          for (X509Certificate one : usual.getAcceptedIssuers()) {
            trusted.setCertificateEntry("usual" + number++, one);
          }
        }
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new ServerException("other instances cannot be trusted: " + e.getMessage(), e);
    }
  }

  private static void loadEmpty(KeyStore store) throws GeneralSecurityException {
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** Of a store; of Java's own without one. */
  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
