package io.newsledger.producer.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Fetches with bounds on time, size and redirects; each address on the way is checked before it is
 * asked.
 */
public final class Fetcher {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final int MAX_REDIRECTS = 5;

  private final HttpClient client;
  private final AddressGuard guard;
  private final Limits limits;

  /**
   * Bounds of one fetch.
   *
   * @param time from the first request to the last byte, redirects included
   * @param bytes most bytes of a body, packed and unpacked
   */
  public record Limits(Duration time, int bytes) {
    /** Thirty seconds, 16 MiB. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), 16 * 1024 * 1024);
  }

  /**
   * An answer.
   *
   * @param status its HTTP status
   * @param address where it came from, behind all redirects
   * @param moved the address behind the permanent redirects that came first, if any
   * @param headers its headers
   * @param body its body, unpacked
   */
  record Answer(
      int status, URI address, Optional<URI> moved, java.net.http.HttpHeaders headers, Body body) {
    Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    /** Name of the encoding that the server told. */
    Optional<String> charset() {
      return header("content-type")
          .map(type -> type.toLowerCase(Locale.ROOT))
          .filter(type -> type.contains("charset="))
          .map(type -> type.substring(type.indexOf("charset=") + 8).replaceAll("[\"';].*|\"", ""));
    }
  }

  /** Bytes that nobody changes. */
  static final class Body {
    private final byte[] bytes;

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /**
   * A fetcher.
   *
   * @param client must not follow redirects itself
   */
  public Fetcher(HttpClient client, AddressGuard guard, Limits limits) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("redirects are followed here, so that they are checked");
    }
    this.client = client;
    this.guard = guard;
    this.limits = limits;
  }

  /**
   * Asks an address.
   *
   * @param etag of what is known already
   * @param lastModified of what is known already
   * @throws IOException if there is no answer within the bounds, or an address may not be asked
   */
  Answer fetch(URI address, Optional<String> etag, Optional<String> lastModified)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    URI next = address;
    Optional<URI> moved = Optional.empty();
    boolean onlyPermanent = true;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      guard.check(next);
      HttpResponse<byte[]> response = send(request(next, etag, lastModified), deadline);
      Optional<String> location = response.headers().firstValue("location");
      if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
        return new Answer(
            response.statusCode(), next, moved, response.headers(), new Body(unpacked(response)));
      }
      onlyPermanent &= PERMANENT.contains(response.statusCode());
      next = target(next, location.get());
      moved = onlyPermanent ? Optional.of(next) : moved;
    }
    throw new FetchException(address + " leads on more than " + MAX_REDIRECTS + " times");
  }

  private static URI target(URI from, String location) throws FetchException {
    try {
      return from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new FetchException(from + " leads to " + location + ", which is no address", e);
    }
  }

  private HttpRequest request(URI address, Optional<String> etag, Optional<String> lastModified) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.time())
            .header("User-Agent", "newsledger (feed reader)")
            .header("Accept-Encoding", "gzip");
    etag.ifPresent(value -> request.header("If-None-Match", value));
    lastModified.ifPresent(value -> request.header("If-Modified-Since", value));
    return request.build();
  }

  /** One exchange; the deadline holds for its body too, which a slow server could drip forever. */
  private HttpResponse<byte[]> send(HttpRequest request, long deadline)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new BoundedBody(limits.bytes()));
    try {
      return exchange.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new FetchException(request.uri() + " took longer than " + limits.time(), e);
    } catch (ExecutionException e) {
      throw new FetchException(request.uri() + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      throw e;
    }
  }

  private byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
    boolean packed =
        response
            .headers()
            .firstValue("content-encoding")
            .filter(encoding -> encoding.toLowerCase(Locale.ROOT).contains("gzip"))
            .isPresent();
    if (!packed || response.body().length == 0) {
      return response.body();
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] plain = in.readNBytes(limits.bytes() + 1);
      if (plain.length > limits.bytes()) {
        throw new FetchException(
            response.uri() + " has more than " + limits.bytes() + " bytes when unpacked");
      }
      return plain;
    }
  }
}
