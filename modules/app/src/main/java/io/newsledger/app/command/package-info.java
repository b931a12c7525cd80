/** The commands, one class each; what they share of options stands in mixins. */
package io.newsledger.app.command;
