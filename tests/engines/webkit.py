#!/usr/bin/python3
"""A browser on WebKitGTK for the tests: as much of one as its MiniBrowser is, but what a site keeps in it stays in a
folder. MiniBrowser forgets all of it when a test ends, so that nothing could be found after a restart.

    webkit.py FOLDER        started by WebKitWebDriver
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

folder = sys.argv[1]
data = WebKit2.WebsiteDataManager(
    base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache"
)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)
windows = []


def new_view(_session):
    window = Gtk.Window()
    window.set_default_size(1024, 768)
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.connect("close", lambda _view: window.destroy())
    window.add(view)
    window.show_all()
    windows.append(window)
    return view


def begins(_context, session):
    browser = WebKit2.ApplicationInfo()
    browser.set_name("MiniBrowser")
    browser.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(browser)
    session.connect("create-web-view", new_view)


context.connect("automation-started", begins)
Gtk.main()
