package io.newsledger.app.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives signed tokens to those who know the secret of a user, and its public key to everybody, on
 * loopback.
 */
final class TokenAuthority implements AutoCloseable {
  private static final String MODULE =
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;";
  private static final String AUDIENCE = "newsledger";
  private static final String KEY = "of-the-test";
  private static final int SECONDS = 600;

  private final HttpServer server;
  private final KeyPair keys;
  private final AtomicInteger given = new AtomicInteger();

  private TokenAuthority(HttpServer server, KeyPair keys) {
    this.server = server;
    this.keys = keys;
  }

  static TokenAuthority start() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TokenAuthority authority = new TokenAuthority(server, generator.generateKeyPair());
    server.createContext("/token", authority::token);
    server.createContext("/keys", authority::keys);
    server.start();
    return authority;
  }

  static String secret(String user) {
    return user + "-secret";
  }

  /** How many tokens it gave. */
  int given() {
    return given.get();
  }

  /** By which a broker checks tokens. */
  Map<String, String> brokerSettings(String prefix) {
    return Map.of(
        prefix + "sasl.jaas.config",
        MODULE,
        prefix + "sasl.server.callback.handler.class",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
        prefix + "sasl.oauthbearer.jwks.endpoint.url",
        url("/keys"),
        prefix + "sasl.oauthbearer.expected.audience",
        AUDIENCE);
  }

  /** With it the broker's JVM may ask for the key. */
  String brokerOption() {
    return "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + url("/keys");
  }

  /** By which a client asks for a token. */
  Map<String, String> clientProperties(String user, String secret) {
    return Map.of(
        "sasl.mechanism",
        "OAUTHBEARER",
        "sasl.jaas.config",
        MODULE,
        "sasl.login.callback.handler.class",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
        "sasl.oauthbearer.token.endpoint.url",
        url("/token"),
        "sasl.oauthbearer.client.credentials.client.id",
        user,
        "sasl.oauthbearer.client.credentials.client.secret",
        secret);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void token(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String[] who =
        new String(
                Base64.getDecoder().decode(authorization.replaceFirst("^Basic ", "")),
                StandardCharsets.UTF_8)
            .split(":", 2);
    if (!who[1].equals(secret(who[0]))) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"iss":"test","aud":"%s","sub":"%s","iat":%d,"exp":%d}
        """
            .formatted(AUDIENCE, who[0], now, now + SECONDS)
            .strip();
    String signed =
        encoded("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(KEY)) + "." + encoded(claims);
    given.incrementAndGet();
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(signed + "." + signature(signed), SECONDS));
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    answer(
        exchange,
        200,
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"%s\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(KEY, number(key.getModulus()), number(key.getPublicExponent())));
  }

  private String signature(String signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the byte that only holds the sign. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return encoded(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
