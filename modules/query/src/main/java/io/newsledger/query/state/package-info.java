/** Reading the state stores: what can be asked of them, and what can be in the way. */
package io.newsledger.query.state;
