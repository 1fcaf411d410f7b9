// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of this machine with an empty database in a folder of its own, on a loopback port
 * that stays the same when it is stopped and started again.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Path TABLES =
      Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/postgres.sql");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path program;
  private final Path folder;
  private final int port;
  private @Nullable Process server;

  private LocalPostgres(Path program, Path folder, int port) {
    this.program = program;
    this.folder = folder;
    this.port = port;
  }

  /** The server's program, if it is here with the others of PostgreSQL. */
  private static Optional<Path> installed() throws IOException {
    List<Path> places = new ArrayList<>(List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin")));
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin")).forEach(places::add);
      }
    }
    for (Path place : places) {
      Path postgres = place.resolve("postgres");
      if (Files.isExecutable(postgres)) {
        Path real = postgres.toRealPath();
        if (Files.isExecutable(real.resolveSibling("initdb"))) {
          return Optional.of(real);
        }
      }
    }
    return Optional.empty();
  }

  /** Makes an empty database below a folder; it does not run yet. */
  private static LocalPostgres in(Path program, Path parent)
      throws IOException, InterruptedException {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalPostgres made = new LocalPostgres(program, parent.resolve("data"), free.getLocalPort());
      Process initdb =
          made.run("initdb", "-D", made.folder.toString(), "-A", "trust", "-U", "signalbox", "-N");
      if (!initdb.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
        throw new IOException("initdb failed: " + Files.readString(parent.resolve("initdb.log")));
      }
      return made;
    }
  }

  /**
   * One that runs below a folder, with the tables of the jobs in it; the test is skipped where none
   * is installed.
   */
  public static LocalPostgres withTables(Path parent)
      throws IOException, InterruptedException, SQLException {
    Optional<Path> program = installed();
    assumeTrue(program.isPresent(), "skipped: PostgreSQL is not installed here");
    LocalPostgres made = in(program.get(), parent);
    made.start();
    made.execute(Files.readString(TABLES));
    return made;
  }

  /** Executes a statement of its owner. */
  public void execute(String text) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** The first column of what a query finds. */
  public List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  /** Where it answers. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** A connection of its owner. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "signalbox", "");
  }

  /** Starts it, and returns when it answers. */
  public void start() throws IOException, InterruptedException {
    server =
        run(
            "postgres",
            "-D",
            folder.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > end) {
        throw new IOException("PostgreSQL did not come up");
      }
      Thread.sleep(100); // asks another process
    }
  }

  /** Stops it; its data stay. */
  public void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** PostgreSQL refuses to run as root. */
  private Process run(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(program.resolveSibling(name).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolveSibling(name + ".log").toFile());
    return builder.start();
  }
}
