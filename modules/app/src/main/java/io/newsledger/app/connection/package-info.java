/** How clients reach brokers and registry: one place for all of them. */
package io.newsledger.app.connection;
