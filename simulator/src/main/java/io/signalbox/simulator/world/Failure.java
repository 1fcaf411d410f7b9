// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import org.jspecify.annotations.Nullable;

/** How a request ended, in the words of each protocol. */
public enum Failure {
  /** It was answered well. */
  NONE(200, "OK", null),
  /** The service itself failed. */
  INTERNAL(500, "INTERNAL", "500"),
  /** What it needs failed. */
  DEPENDENCY(503, "UNAVAILABLE", "503"),
  /** It was refused for there were too many. */
  LIMITED(429, "RESOURCE_EXHAUSTED", "429"),
  /** No answer came in time. */
  TIMEOUT(0, "DEADLINE_EXCEEDED", "timeout"),
  /** Nobody listens. */
  UNREACHABLE(0, "UNAVAILABLE", "connection_refused"),
  /** Its name has no address. */
  NAMELESS(0, "UNAVAILABLE", "net.DNSError"),
  /** No secure connection came about. */
  UNTRUSTED(0, "UNAVAILABLE", "crypto/tls.CertificateVerificationError");

  private final int httpStatus;
  private final String grpcStatus;
  private final @Nullable String errorType;

  Failure(int httpStatus, String grpcStatus, @Nullable String errorType) {
    this.httpStatus = httpStatus;
    this.grpcStatus = grpcStatus;
    this.errorType = errorType;
  }

  /** HTTP status, or 0 when no answer came. */
  public int httpStatus() {
    return httpStatus;
  }

  /** The gRPC status. */
  public String grpcStatus() {
    return grpcStatus;
  }

  /** The {@code error.type} over HTTP, null when all went well. */
  public @Nullable String errorType() {
    return errorType;
  }

  /** True unless all went well. */
  public boolean failed() {
    return this != NONE;
  }

  /** True when no answer came, so that trying again may help. */
  public boolean unanswered() {
    return httpStatus == 0;
  }

  /** True when no connection came about, so that there is no status of the protocol either. */
  public boolean unconnected() {
    return this == NAMELESS || this == UNTRUSTED;
  }
}
