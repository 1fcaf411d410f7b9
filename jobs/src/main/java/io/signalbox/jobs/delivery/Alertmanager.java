// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.AlertmanagerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Alertmanager over HTTP: one, or all of a cluster, which do not tell each other of alerts. */
final class Alertmanager {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final String PATH = "/api/v2/alerts";
  private static final int LONGEST_REASON = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final List<URI> places;
  private final String authorization;

  Alertmanager(AlertmanagerOptions options) {
    this.places = options.url().stream().map(url -> URI.create(stripped(url) + PATH)).toList();
    this.authorization = options.authorization();
  }

  /**
   * Tells all instances.
   *
   * @param alerts the body
   * @return ends well when one of them has taken the alerts; the others hear of them next time
   */
  CompletableFuture<Void> post(byte[] alerts) {
    List<CompletableFuture<@Nullable IOException>> answers =
        places.stream().map(place -> post(place, alerts)).toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
        .thenCompose(
            all -> {
              List<@Nullable IOException> problems =
                  answers.stream().<@Nullable IOException>map(CompletableFuture::join).toList();
              IOException first = problems.get(0);
              return first == null || problems.contains(null)
                  ? CompletableFuture.completedFuture(null)
                  : CompletableFuture.failedFuture(first);
            });
  }

  private CompletableFuture<@Nullable IOException> post(URI place, byte[] alerts) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(place)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(alerts));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client
        .sendAsync(request.build(), BodyHandlers.ofString())
        .handle((answer, problem) -> problem(place, answer, problem));
  }

  private static @Nullable IOException problem(
      URI place, @Nullable HttpResponse<String> answer, @Nullable Throwable problem) {
    if (answer == null) {
      return new IOException(place + ": " + problem, problem);
    }
    if (answer.statusCode() / 100 == 2) {
      return null;
    }
    String said = answer.body().substring(0, Math.min(LONGEST_REASON, answer.body().length()));
    return new IOException(place + " answers " + answer.statusCode() + ": " + said);
  }

  private static String stripped(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
