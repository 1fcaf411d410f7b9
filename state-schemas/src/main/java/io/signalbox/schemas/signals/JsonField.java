// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an OTLP message.
 *
 * @param number field number in protobuf
 * @param type how it is written
 * @param repeated true when JSON has an array of it
 * @param message what it contains, for MESSAGE
 * @param names names of the values from 0 up, for ENUM
 */
record JsonField(
    int number,
    JsonType type,
    boolean repeated,
    @Nullable JsonMessage message,
    List<String> names) {}
