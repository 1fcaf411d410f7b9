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

/** The table of revisions, written by a thread of its own because JDBC waits for its answers. */
final class PostgresTable implements AutoCloseable {
  /** Columns beside the whole record are for questions; they are read off it by the database. */
  private static final String UPSERT =
      """
      INSERT INTO incident_revisions
        (id, revision, status, environment, severity, title, first_suspect,
         started_at, opened_at, updated_at, resolved_at, merged_into, incident)
      SELECT j->>'id', (j->>'revision')::int, j->>'status', j->>'environment', j->>'severity',
        j->>'title', j#>>'{suspects,0,node}',
        (j->>'started_at')::timestamptz, (j->>'opened_at')::timestamptz,
        (j->>'updated_at')::timestamptz, (j->>'resolved_at')::timestamptz, j->>'merged_into', j
      FROM (SELECT ?::jsonb AS j) AS written
      ON CONFLICT (id, revision) DO UPDATE SET
        status = excluded.status, environment = excluded.environment,
        severity = excluded.severity, title = excluded.title,
        first_suspect = excluded.first_suspect, started_at = excluded.started_at,
        opened_at = excluded.opened_at, updated_at = excluded.updated_at,
        resolved_at = excluded.resolved_at, merged_into = excluded.merged_into,
        incident = excluded.incident
      """;

  /** PostgreSQL has no place for the character zero in a text. */
  private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private static final int CONNECT_S = 5;
  private static final int ANSWER_S = 10;

  private final PostgresOptions options;
  private final Counter refused;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(PostgresTable::writerThread);
  private @Nullable Connection connection;

  /**
   * Connects when there is something to write.
   *
   * @param refused counts records that the database will never take; safe for threads
   */
  PostgresTable(PostgresOptions options, Counter refused) {
    this.options = options;
    this.refused = refused;
  }

  /**
   * Inserts revisions, or writes them again.
   *
   * @param revisions JSON of incidents
   * @return ends well when the database has all that it can take
   */
  CompletableFuture<Void> write(List<byte[]> revisions) {
    return CompletableFuture.runAsync(() -> upsert(revisions), writer);
  }

  private void upsert(List<byte[]> revisions) {
    try (PreparedStatement upsert = connection().prepareStatement(UPSERT)) {
      for (byte[] revision : revisions) {
        upsert(upsert, revision);
      }
    } catch (SQLException failed) {
      disconnect();
      throw new CompletionException(failed);
    }
  }

  private void upsert(PreparedStatement upsert, byte[] revision) throws SQLException {
    try {
      upsert.setString(1, ZERO.matcher(new String(revision, UTF_8)).replaceAll("$1\\\\ufffd"));
      upsert.executeUpdate();
    } catch (SQLException failed) {
      if (!isOfTheData(failed)) {
        throw failed;
      }
      refused.inc();
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
