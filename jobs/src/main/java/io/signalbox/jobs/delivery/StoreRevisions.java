// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.PostgresOptions;
import io.signalbox.schemas.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes every revision of every incident to PostgreSQL. What the database has not taken yet is
 * state, so that an outage of it stops nothing and loses nothing; a revision that is written twice
 * is the same row.
 */
public final class StoreRevisions extends PostgresDelivery<Incident> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "store-revisions";

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
      FROM jsonb_array_elements(?::jsonb) AS j
      ON CONFLICT (id, revision) DO UPDATE SET
        status = excluded.status, environment = excluded.environment,
        severity = excluded.severity, title = excluded.title,
        first_suspect = excluded.first_suspect, started_at = excluded.started_at,
        opened_at = excluded.opened_at, updated_at = excluded.updated_at,
        resolved_at = excluded.resolved_at, merged_into = excluded.merged_into,
        incident = excluded.incident
      """;

  private static final String STATE = "unwritten";
  private static final int BATCH = 64;

  private transient MapState<Integer, byte[]> unwritten;
  private transient TreeSet<Name> names;

  /** A revision that is not written yet. */
  private record Name(String id, int revision) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int order = id.compareTo(other.id);
      return order != 0 ? order : Integer.compare(revision, other.revision);
    }
  }

  StoreRevisions(PostgresOptions options) {
    super(options);
  }

  /** Writes incidents to the database. */
  static void store(DataStream<Incident> incidents, PostgresOptions options) {
    incidents
        .keyBy(Incident::id, Types.STRING)
        .transform("Store revisions", Types.VOID, new StoreRevisions(options))
        .uid(UID);
  }

  @Override
  String statement() {
    return UPSERT;
  }

  @Override
  long waiting() {
    return names.size();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    unwritten =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    STATE, IntSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE));
    names = new TreeSet<>();
    if (context.isRestored()) {
      for (String id : restoredKeys(STATE)) {
        setCurrentKey(id);
        unwritten.keys().forEach(revision -> names.add(new Name(id, revision)));
      }
    }
  }

  @Override
  public void processElement(StreamRecord<Incident> element) throws Exception {
    Incident incident = element.getValue();
    unwritten.put(incident.revision(), RecordJson.write(incident));
    names.add(new Name(incident.id(), incident.revision()));
    send();
  }

  @Override
  void send() throws Exception {
    if (courier == null || table == null || names.isEmpty() || !courier.isFree()) {
      return;
    }
    List<Name> batch = names.stream().limit(BATCH).toList();
    List<byte[]> revisions = new ArrayList<>();
    for (Name name : batch) {
      setCurrentKey(name.id());
      revisions.add(unwritten.get(name.revision()));
    }
    courier.carry(table.write(revisions), () -> written(batch));
  }

  private void written(List<Name> batch) throws Exception {
    for (Name name : batch) {
      setCurrentKey(name.id());
      unwritten.remove(name.revision());
      names.remove(name);
    }
    send();
  }
}
