// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** How an operation is called. */
public enum Protocol {
  /** HTTP/1.1; the operation is named by method and route. */
  HTTP,
  /** gRPC; the operation is named by service and method. */
  GRPC
}
