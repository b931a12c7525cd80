package io.newsledger.query.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page: three files, served as they are. */
final class PageFiles {
  private static final String FOLDER = "/io/newsledger/query/page/";

  private PageFiles() {}

  static void serve(RoutesConfig routes) {
    serve(routes, "/", "index.html", "text/html; charset=utf-8");
    serve(routes, "/page.css", "page.css", "text/css; charset=utf-8");
    serve(routes, "/page.js", "page.js", "text/javascript; charset=utf-8");
    serve(routes, "/favicon.svg", "favicon.svg", "image/svg+xml");
  }

  private static void serve(RoutesConfig routes, String path, String file, String type) {
    byte[] bytes = read(file);
    routes.get(path, request -> request.contentType(type).result(bytes));
  }

  private static byte[] read(String file) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + file, e);
    }
  }
}
