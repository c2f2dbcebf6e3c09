// The panels over the map.
#pragma once

#include <span>

#include "app/panel_context.h"
#include "render/map_renderer.h"

namespace harmattan::app {

// Every layer of the scene with its switch, at the right.
void draw_layers_panel(const PanelContext& context);

// Keys and what they do.
void draw_help_panel(const PanelContext& context);

// The session's notice, until it is closed.
void draw_notice(const PanelContext& context);

// Some words above the strip that go by themselves.
void draw_toast(const PanelContext& context, const std::string& text);

// A card beside the pointer for the events under it; `hits` topmost first.
void draw_event_card(const PanelContext& context, std::span<const render::EventHit> hits);

}  // namespace harmattan::app
