// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.objectives;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A shop whose web server asks a cart ten times a second; after a quarter of an hour the cart fails
 * half of its requests, slowly, for two minutes: those of every second user.
 */
public final class FailingCart {
  public static final long T0 = 1_700_000_000_000L;
  static final int LENGTH = 1_320;
  static final int FAULT = 900;
  static final int LASTS = 120;
  private static final int CALLS = 10;
  static final int USERS = 400;
  private static final int SERVER = 2;
  private static final int CLIENT = 3;

  private FailingCart() {}

  /** All requests as OTLP/JSON, a second a line. */
  public static List<String> lines() {
    return IntStream.range(0, LENGTH).mapToObj(FailingCart::line).toList();
  }

  private static String line(int second) {
    List<String> web = new ArrayList<>();
    List<String> cart = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      boolean fails = second >= FAULT && second < FAULT + LASTS && call % 2 == 0;
      int ms = fails ? 600 : 20 + (second * 7 + call * 3) % 10;
      long endMs = T0 + second * 1_000L + call * 100L + 50;
      String trace = String.format("%032x", second * 100L + call + 1);
      long id = (second * 100L + call + 1) * 10;
      web.add(span(trace, id, 0, SERVER, "GET /", endMs, ms + 4, fails, ""));
      web.add(span(trace, id + 1, id, CLIENT, "Add", endMs - 1, ms + 2, fails, ""));
      int user = (second * CALLS + call) % USERS;
      cart.add(span(trace, id + 2, id + 1, SERVER, "Add", endMs - 2, ms, fails, said(user)));
    }
    return "{\"resourceSpans\":[" + resource("web", web) + "," + resource("cart", cart) + "]}";
  }

  private static String resource(String service, List<String> spans) {
    return "{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\""
        + service
        + "\"}}]},\"scopeSpans\":[{\"spans\":["
        + String.join(",", spans)
        + "]}]}";
  }

  private static String said(int user) {
    return "{\"key\":\"enduser.pseudo.id\",\"value\":{\"stringValue\":\"user-" + user + "\"}}";
  }

  private static String span(
      String trace,
      long id,
      long parent,
      int kind,
      String name,
      long endMs,
      int lastsMs,
      boolean fails,
      String attributes) {
    String above = parent == 0 ? "" : String.format("\"parentSpanId\":\"%016x\",", parent);
    return String.format(
        "{\"traceId\":\"%s\",\"spanId\":\"%016x\",%s\"kind\":%d,\"name\":\"%s\","
            + "\"startTimeUnixNano\":\"%d000000\",\"endTimeUnixNano\":\"%d000000\","
            + "\"attributes\":[%s],\"status\":{\"code\":%d}}",
        trace, id, above, kind, name, endMs - lastsMs, endMs, attributes, fails ? 2 : 1);
  }
}
