// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

/**
 * What a savepoint holds under one key of the scoring operator.
 *
 * @param key the key
 * @param block its block, empty for keys that were not asked for
 */
public record StoredBlock(String key, byte[] block) {}
