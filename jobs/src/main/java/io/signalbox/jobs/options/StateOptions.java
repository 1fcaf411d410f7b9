// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import org.apache.flink.configuration.MemorySize;

/**
 * How state is reached on a backend that keeps bytes, such as RocksDB.
 *
 * @param cache heap memory in which one task of one operator keeps blocks and waiting items until
 *     the next checkpoint
 */
@OptionGroup(prefix = "state", title = "State")
public record StateOptions(
    @Option(
            value = "256mb",
            doc =
                "Heap memory in which one task of an operator keeps state back from RocksDB until the next checkpoint; 0 keeps nothing back.")
        MemorySize cache)
    implements Serializable {}
