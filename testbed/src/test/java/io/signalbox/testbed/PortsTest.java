// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir private Path run;

  @Test
  void aTakenPortIsNamedWithItsPurpose() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var problem =
          assertThrows(IllegalStateException.class, () -> Ports.requireFree(port, "Kafka"));
      assertEquals(
          "port " + port + " (Kafka) is taken: free it or choose another --port-base",
          problem.getMessage());
    }
  }

  @Test
  void aBaseWithoutRoomForFourPortsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Ports(65533));
    assertThrows(IllegalArgumentException.class, () -> new Ports(80));
  }

  @Test
  void thePortsOfARunFolderAreRemembered() throws IOException {
    assertEquals(Ports.DEFAULT, RememberedPorts.of(run, 0));

    RememberedPorts.fix(run, new Ports(20000), false);

    assertEquals(new Ports(20000), RememberedPorts.of(run, 0));
    assertEquals(new Ports(21000), RememberedPorts.of(run, 21000));
  }

  @Test
  void aRunningClusterDoesNotMoveToOtherPorts() throws IOException {
    RememberedPorts.fix(run, new Ports(20000), false);

    assertThrows(
        IllegalStateException.class, () -> RememberedPorts.fix(run, new Ports(21000), true));
    assertEquals(new Ports(20000), RememberedPorts.of(run, 0));
  }
}
