/** Documents that are made from what runs, and checks of those that are written by hand. */
package io.newsledger.app.docs;
