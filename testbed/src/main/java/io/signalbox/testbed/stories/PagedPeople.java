// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes down in order what Alertmanager tells people of each incident. */
final class PagedPeople implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, List<String>> told = new TreeMap<>();
  private final HttpServer server;

  PagedPeople() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  /** Where they hear. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** For each incident whether it fires or is resolved, as {@code firing major}, in order. */
  synchronized Map<String, List<String>> told() {
    Map<String, List<String>> copy = new TreeMap<>();
    told.forEach((incident, states) -> copy.put(incident, List.copyOf(states)));
    return copy;
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode alerts = MAPPER.readTree(exchange.getRequestBody()).path("alerts");
      synchronized (this) {
        for (JsonNode alert : alerts) {
          JsonNode labels = alert.path("labels");
          told.computeIfAbsent(labels.path("incident_id").asText(), id -> new ArrayList<>())
              .add(alert.path("status").asText() + " " + labels.path("severity").asText());
        }
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
