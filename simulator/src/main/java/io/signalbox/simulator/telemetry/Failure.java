// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import org.jspecify.annotations.Nullable;

/** How a request ended, in the words of each protocol. */
enum Failure {
  NONE(200, "OK", null),
  INTERNAL(500, "INTERNAL", "500"),
  DEPENDENCY(503, "UNAVAILABLE", "503"),
  LIMITED(429, "RESOURCE_EXHAUSTED", "429"),
  TIMEOUT(0, "DEADLINE_EXCEEDED", "timeout"),
  UNREACHABLE(0, "UNAVAILABLE", "connection_refused");

  private final int httpStatus;
  private final String grpcStatus;
  private final @Nullable String errorType;

  Failure(int httpStatus, String grpcStatus, @Nullable String errorType) {
    this.httpStatus = httpStatus;
    this.grpcStatus = grpcStatus;
    this.errorType = errorType;
  }

  /** HTTP status, or 0 when no answer came. */
  int httpStatus() {
    return httpStatus;
  }

  String grpcStatus() {
    return grpcStatus;
  }

  /** The {@code error.type} over HTTP, null when all went well. */
  @Nullable String errorType() {
    return errorType;
  }

  boolean failed() {
    return this != NONE;
  }

  /** True when no answer came, so that trying again may help. */
  boolean unanswered() {
    return this == TIMEOUT || this == UNREACHABLE;
  }
}
