/** The ledger over HTTP, on this machine: JSON, problems as RFC 9457 says, and one page. */
package io.newsledger.query.http;
