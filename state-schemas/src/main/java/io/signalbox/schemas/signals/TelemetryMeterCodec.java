// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.TelemetryMeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Bytes of the minutes that a meter has not told yet. Version 1. */
public final class TelemetryMeterCodec {
  private static final byte VERSION = 1;

  private TelemetryMeterCodec() {}

  /** Encodes the minutes of a meter; its names are the key of the state. */
  public static byte[] encode(TelemetryMeter meter) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      out.writeByte(VERSION);
      out.writeInt(meter.minutes().size());
      for (Map.Entry<Long, TelemetryMeter.Minute> minute : meter.minutes().entrySet()) {
        out.writeLong(minute.getKey());
        write(minute.getValue(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * Adds to an empty meter what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException on an unknown version
   */
  public static void decode(byte[] bytes, TelemetryMeter meter) {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("telemetry meter of version " + version);
      }
      for (int left = in.readInt(); left > 0; left--) {
        read(in, meter.at(in.readLong()));
      }
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  private static void write(TelemetryMeter.Minute minute, DataOutputSerializer out)
      throws IOException {
    out.writeLong(minute.points);
    out.writeLong(minute.spans);
    out.writeLong(minute.logRecords);
    out.writeLong(minute.late);
    out.writeInt(minute.deadLetters.size());
    for (Map.Entry<String, Long> reason : minute.deadLetters.entrySet()) {
      out.writeUTF(reason.getKey());
      out.writeLong(reason.getValue());
    }
  }

  private static void read(DataInputDeserializer in, TelemetryMeter.Minute minute)
      throws IOException {
    minute.points = in.readLong();
    minute.spans = in.readLong();
    minute.logRecords = in.readLong();
    minute.late = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      minute.deadLetters.put(in.readUTF(), in.readLong());
    }
  }
}
