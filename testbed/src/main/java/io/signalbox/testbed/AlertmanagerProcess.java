// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager on the loopback interface that passes every alert on to one web hook. */
public final class AlertmanagerProcess implements AutoCloseable {
  /** Where Debian puts it. */
  public static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration REQUEST = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Each alert is a group of its own, told at once and not repeated. */
  private static final String CONFIGURATION =
      """
      route:
        receiver: hook
        group_by: ['...']
        group_wait: 0s
        group_interval: 1s
        repeat_interval: 24h
      receivers:
        - name: hook
          webhook_configs:
            - url: %s
              send_resolved: true
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  private AlertmanagerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** True when it can be started. */
  public static boolean isInstalled() {
    return Files.isExecutable(BINARY);
  }

  /**
   * Starts it empty, and returns when it answers.
   *
   * @param folder takes all it writes; must not exist
   * @param hook is told of alerts
   */
  public static AlertmanagerProcess start(Path folder, String hook)
      throws IOException, InterruptedException {
    Path configuration = Files.createDirectories(folder).resolve("alertmanager.yml");
    Files.writeString(configuration, CONFIGURATION.formatted(hook));
    String address = "127.0.0.1:" + freePort();
    List<String> command =
        List.of(
            BINARY.toString(),
            "--config.file=" + configuration,
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=" + address,
            "--cluster.listen-address=");
    Process process = Command.start(command, folder.resolve("alertmanager.log"), Map.of());
    AlertmanagerProcess started = new AlertmanagerProcess(process, "http://" + address);
    try {
      Await.until("Alertmanager answers", LIMIT, () -> started.active() != null);
      return started;
    } catch (InterruptedException | RuntimeException failed) {
      started.close();
      throw failed;
    }
  }

  /** Where it takes alerts. */
  public String url() {
    return url;
  }

  /** The alerts that it holds for firing. */
  public JsonNode active() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v2/alerts")).timeout(REQUEST).build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("Alertmanager answers " + answer.statusCode());
    }
    return MAPPER.readTree(answer.body());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
