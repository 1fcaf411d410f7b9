// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerNameTest {
  @ParameterizedTest
  @CsvSource({
    "redis-cart:6379, redis-cart",
    "redis-cart, redis-cart",
    "api.stripe.com:443, api.stripe.com",
    "10.1.2.3:80, 10.1.2.3",
    "[fe80::1]:80, fe80::1",
    "fe80::1, fe80::1",
    "payment.prod.svc.cluster.local:50051, payment",
    "payment.prod.svc, payment",
  })
  void aNodeIsNamedByItsHost(String peer, String node) {
    assertEquals(node, PeerName.nodeOf(peer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "localhost:8080", "127.0.0.1:15001", "[::1]:80", "::1"})
  void anAddressThatMeansAnotherNodeToEachCallerNamesNone(String peer) {
    assertEquals("", PeerName.nodeOf(peer));
  }
}
