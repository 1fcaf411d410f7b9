// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A small server in the place of Alertmanager that answers as it is told and keeps what it hears.
 */
final class HttpPager implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final HttpServer server;

  HttpPager() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v2/alerts", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Says how the next requests are answered; 200 otherwise. */
  void willAnswer(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  /**
   * What one request said, an alert each: its incident, revision and severity, and whether it lasts
   * beyond a time.
   */
  List<String> said(long nowMs) throws InterruptedException {
    List<String> said = new ArrayList<>();
    for (JsonNode alert : heard.take()) {
      long ends = java.time.Instant.parse(alert.path("endsAt").asText()).toEpochMilli();
      said.add(
          alert.at("/labels/incident_id").asText()
              + " r"
              + alert.at("/annotations/revision").asText()
              + (ends > nowMs ? " fires until " + ends : " is over"));
    }
    return said;
  }

  /** Requests that nobody has asked about yet. */
  int unread() {
    return heard.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Integer status = answers.poll();
      JsonNode body = MAPPER.readTree(exchange.getRequestBody());
      exchange.sendResponseHeaders(status == null ? 200 : status, -1);
      heard.add(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
