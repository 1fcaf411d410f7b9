// SPDX-License-Identifier: Apache-2.0
/** Where records leave a job and where the next one takes them up: files and Kafka topics. */
@NullMarked
package io.signalbox.jobs.topics;

import org.jspecify.annotations.NullMarked;
