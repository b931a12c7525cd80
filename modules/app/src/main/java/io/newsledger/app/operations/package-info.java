/** What an instance tells of its own work: how far it is, what it measures, what it is made of. */
package io.newsledger.app.operations;
