package io.newsledger.query.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The page: files of the class path, served as they are, and the library that draws its charts. */
final class PageFiles {
  private static final String FOLDER = "/io/newsledger/query/page/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** The only version of the WebJar on the class path; the build says which. */
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.esm.min.js";

  /** Scripts, in the order in which they were written; none is loaded but by name. */
  private static final List<String> SCRIPTS =
      List.of(
          "main",
          "api",
          "live",
          "charts",
          "dom",
          "proof",
          "router",
          "time",
          "words",
          "today",
          "talent",
          "organisation",
          "person",
          "market",
          "figures",
          "claims",
          "article",
          "search");

  private PageFiles() {}

  static void serve(RoutesConfig routes) {
    serve(routes, "/", FOLDER + "index.html", "text/html; charset=utf-8");
    serve(routes, "/page/page.css", FOLDER + "page.css", STYLE);
    serve(routes, "/favicon.svg", FOLDER + "favicon.svg", "image/svg+xml");
    for (String script : SCRIPTS) {
      serve(routes, "/page/" + script + ".js", FOLDER + script + ".js", SCRIPT);
    }
    serve(routes, "/page/echarts.js", ECHARTS, SCRIPT);
  }

  private static void serve(RoutesConfig routes, String path, String file, String type) {
    byte[] bytes = read(file);
    String tag = "W/\"" + UUID.nameUUIDFromBytes(bytes) + "\"";
    routes.get(
        path,
        request -> {
          request.header("Cache-Control", "no-cache");
          request.header("ETag", tag);
          if (tag.equals(request.header("If-None-Match"))) {
            request.status(304);
          } else {
            request.contentType(type).result(bytes);
          }
        });
  }

  private static byte[] read(String file) {
    try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
