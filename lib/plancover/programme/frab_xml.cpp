#include "plancover/programme/frab_xml.hpp"

#include <pugixml.hpp>

#include "plancover/programme/frab_event.hpp"

namespace plancover {

namespace {

class XmlWalk {
 public:
  explicit XmlWalk(ProgrammeReader& reader) : reader_(reader), frab_(reader) {}

  void run() {
    pugi::xml_document document;
    const std::string_view text = reader_.text();
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      reader_.say(Code::programme_broken, reader_.at(static_cast<std::size_t>(parsed.offset)),
                  "the XML is broken here; what stands before is imported", "is the file complete and of one piece");
    }
    const pugi::xml_node schedule = document.child("schedule");
    if (!schedule) {
      reader_.say(Code::not_a_programme, reader_.at(0), "this XML holds no <schedule>",
                  "plancover reads the schedule.xml of frab, pentabarf and pretalx");
      return;
    }
    read_conference(schedule.child("conference"));
    for (const pugi::xml_node day : schedule.children("day")) {
      frab_.day({attribute(day, "date"), attribute(day, "start"), attribute(day, "end")});
      for (const pugi::xml_node node : day.children()) {
        const std::string_view name = node.name();
        if (name == "event") read_event(node, "");
        if (name != "room") continue;
        for (const pugi::xml_node event : node.children("event")) read_event(event, node.attribute("name").value());
      }
    }
  }

 private:
  /// The library counts from the name of an element; a place begins at its bracket.
  [[nodiscard]] Location place(pugi::xml_node node, std::size_t bytes = 1) const {
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? Location{reader_.file(), 0, 0, 1} : reader_.at(static_cast<std::size_t>(offset), bytes);
  }

  [[nodiscard]] FrabText child(pugi::xml_node node, const char* name) const {
    const pugi::xml_node element = node.child(name);
    if (!element) return {};
    const pugi::xml_node text = element.first_child();
    std::string value = one_line(element.child_value(), 2000);
    const Location where = text ? place(text, value.size()) : place(element);
    return {std::move(value), where};
  }

  [[nodiscard]] FrabText attribute(pugi::xml_node node, const char* name) const {
    return {node.attribute(name).value(), place(node)};
  }

  void read_conference(pugi::xml_node node) {
    FrabConference conference;
    conference.title = child(node, "title");
    conference.start = child(node, "start");
    conference.end = child(node, "end");
    conference.day_change = child(node, "day_change");
    conference.zone = child(node, "time_zone_name");
    conference.city = child(node, "city").value;
    frab_.conference(conference);
  }

  void read_event(pugi::xml_node node, const char* room) {
    FrabEvent event;
    event.guid = node.attribute("guid").value();
    event.id = node.attribute("id").value();
    event.slug = child(node, "slug").value;
    event.title = {node.child_value("title"), {}};
    event.room = child(node, "room").value;
    if (event.room.empty()) event.room = room;
    event.track = child(node, "track").value;
    event.language = child(node, "language").value;
    event.status = child(node, "status").value;
    event.date = child(node, "date");
    event.start = child(node, "start");
    event.end = child(node, "end");
    event.duration = child(node, "duration");
    event.where = place(node, 5);
    frab_.event(event);
  }

  ProgrammeReader& reader_;
  FrabReader frab_;
};

}  // namespace

void read_frab_xml(ProgrammeReader& reader) {
  XmlWalk(reader).run();
}

}  // namespace plancover
