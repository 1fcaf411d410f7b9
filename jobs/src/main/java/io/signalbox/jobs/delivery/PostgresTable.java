// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.jobs.options.PostgresOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** A table that is written by a thread of its own, because JDBC waits for its answers. */
final class PostgresTable implements AutoCloseable {
  /** PostgreSQL has no place for the character zero in a text. */
  private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private static final int CONNECT_S = 5;
  private static final int ANSWER_S = 10;

  private final PostgresOptions options;
  private final String statement;
  private final Counter refused;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(PostgresTable::writerThread);
  private @Nullable Connection connection;

  /**
   * Connects when there is something to write.
   *
   * @param statement writes a JSON array of records, its one parameter; the same record twice is
   *     one row
   * @param refused counts records that the database will never take; safe for threads
   */
  PostgresTable(PostgresOptions options, String statement, Counter refused) {
    this.options = options;
    this.statement = statement;
    this.refused = refused;
  }

  /**
   * Writes records, or writes them again.
   *
   * @param records JSON
   * @return ends well when the database has all that it can take
   */
  CompletableFuture<Void> write(List<byte[]> records) {
    return CompletableFuture.runAsync(() -> store(records), writer);
  }

  private void store(List<byte[]> records) {
    try (PreparedStatement write = connection().prepareStatement(statement)) {
      store(write, records.stream().map(record -> new String(record, UTF_8)).toList());
    } catch (SQLException failed) {
      disconnect();
      throw new CompletionException(failed);
    }
  }

  /** All at once; one by one where the database cannot take one of them. */
  private void store(PreparedStatement write, List<String> records) throws SQLException {
    try {
      String array = String.join(",", records);
      write.setString(1, "[" + ZERO.matcher(array).replaceAll("$1\\\\ufffd") + "]");
      write.executeUpdate();
    } catch (SQLException failed) {
      if (!isOfTheData(failed)) {
        throw failed;
      }
      if (records.size() == 1) {
        refused.inc();
        return;
      }
      for (String record : records) {
        store(write, List.of(record));
      }
    }
  }

  /** True for data exceptions and violated constraints (classes 22 and 23 of SQL states). */
  private static boolean isOfTheData(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      Properties properties = new Properties();
      if (!options.user().isEmpty()) {
        properties.setProperty("user", options.user());
        properties.setProperty("password", options.password());
      }
      properties.setProperty("connectTimeout", Integer.toString(CONNECT_S));
      properties.setProperty("socketTimeout", Integer.toString(ANSWER_S));
      properties.setProperty("ApplicationName", "signalbox");
      // Not by way of DriverManager, which does not see the class path of a job.
      open = new Driver().connect(options.url(), properties);
      if (open == null) {
        throw new SQLException("not an address of PostgreSQL: " + options.url());
      }
      connection = open;
    }
    return open;
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException broken) {
        // it is given up anyway
      }
    }
  }

  @Override
  public void close() {
    writer.execute(this::disconnect);
    writer.shutdown();
  }

  private static Thread writerThread(Runnable work) {
    Thread thread = new Thread(work, "signalbox-postgres");
    thread.setDaemon(true);
    return thread;
  }
}
