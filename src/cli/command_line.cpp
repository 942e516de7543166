#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <functional>

#include "base/text.hpp"
#include "cli/audit_commands.hpp"
#include "cli/command_line_faults.hpp"
#include "cli/commands.hpp"
#include "cli/erasure_commands.hpp"
#include "cli/manual.hpp"
#include "cli/people_commands.hpp"
#include "cli/version.hpp"

namespace northlight::cli {
namespace {

/// The commands as CLI11 knows them, with what each does once it has been recognised.
class CommandLine {
 public:
  explicit CommandLine(Streams& streams) : streams_(streams) {
    program_.name("northlight");
    prepare(program_, "");
    program_.set_version_flag("--version", "northlight " + std::string(version()));
    program_.require_subcommand(1);
    add_server();
    add_database();
    add_people();
    add_audit();
    add_erasures();
    add_keys();
    add_import();
    add_framework();
    add_report();
    add_rate();
  }

  ExitStatus run(std::span<const std::string> arguments) {
    if (const auto fault = unknown_command(program_, arguments)) return say_error(streams_, *fault);
    try {
      std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
      program_.parse(reversed);
      return action_ ? action_() : ExitStatus::Unusable;
    } catch (const CLI::CallForHelp&) {
      streams_.data << program_.help();
      return ExitStatus::Done;
    } catch (const CLI::CallForVersion& version) {
      streams_.data << version.what() << '\n';
      return ExitStatus::Done;
    } catch (const CLI::ParseError& fault) {
      return say_error(streams_, explained(program_, fault));
    } catch (const std::exception& fault) {
      return say_error(streams_, {ErrorCode::Unavailable,
                                  std::string("This should not have happened: ") + fault.what()});
    }
  }

  std::vector<CommandSurface> surface() {
    std::vector<CommandSurface> commands;
    describe(program_, "", commands);
    return commands;
  }

 private:
  static void prepare(CLI::App& app, const std::string& path) {
    app.set_help_flag("--help,-h", "");
    app.formatter_fn([path](const CLI::App* shown, const std::string&, CLI::AppFormatMode) {
      // CLI11 asks the program for the page of whatever command was recognised last.
      return std::string(manual_page(shown == nullptr ? "" : path));
    });
  }

  CLI::App* add(CLI::App& parent, const std::string& path) {
    const auto at = path.rfind(' ');
    CLI::App* app = parent.add_subcommand(at == std::string::npos ? path : path.substr(at + 1));
    prepare(*app, path);
    return app;
  }
  CLI::App* add_group(const std::string& name) {
    CLI::App* group = add(program_, name);
    group->require_subcommand(1);
    return group;
  }

  struct Needed {
    const char* name;
    std::string& place;
  };
  static void needs(CLI::App* app, std::initializer_list<Needed> options) {
    for (const auto& each : options) app->add_option(each.name, each.place)->required();
  }

  void add_format(CLI::App* app, Format& format) {
    app->add_option_function<std::string>(
           "--format",
           [&format](const std::string& text) {
             if (text != "text" && text != "json")
               throw CLI::ValidationError("--format", "'" + text + "' is neither text nor json");
             format = text == "json" ? Format::Json : Format::Text;
           })
        ->type_name("");
  }

  void on(CLI::App* app, std::function<ExitStatus()> action) {
    app->final_callback([this, action = std::move(action)] { action_ = action; });
  }
  void on_with_data(CLI::App* app, std::function<ExitStatus(const DataFolders&)> action) {
    on(app, [this, action = std::move(action)] {
      const auto data = find_data_folders();
      return data ? action(*data) : say_error(streams_, data.error());
    });
  }

  void add_server() {
    CLI::App* trial = add(program_, "demo");
    trial->add_option_function<std::string>("--port", [this](const std::string& text) {
      const auto port = parse_whole_number(text);
      if (!port || *port > 65'535)
        throw CLI::ValidationError("--port", "'" + text + "' is no port: 0 to 65535");
      demo_.port = static_cast<std::uint16_t>(*port);
    });
    on_with_data(trial, [this](const DataFolders& data) { return demo(demo_, data, streams_); });

    CLI::App* app = add(program_, "serve");
    app->add_option("--database", serve_.database)->required();
    app->add_option("--listen", serve_.listen);
    app->add_option("--metrics", serve_.metrics);
    app->add_option("--base-url", serve_.base_url);
    app->add_flag("--behind-tls", serve_.behind_tls);
    app->add_option("--keys", serve_.keys);
    app->add_option("--signing-key", serve_.signing_key);
    app->add_option("--erasures", serve_.erasures);
    app->add_option("--uploads", serve_.uploads);
    app->add_option("--trusted-proxy", serve_.trusted_proxies);
    app->add_flag_callback("--no-rate-limit", [this] { serve_.limit_requests = false; });
    on_with_data(app, [this](const DataFolders& data) { return serve(serve_, data, streams_); });
  }

  void add_database() {
    CLI::App* forward = add(program_, "migrate");
    forward->add_option("--database", migrate_.database)->required();
    on_with_data(forward,
                 [this](const DataFolders& data) { return migrate(migrate_, data, streams_); });

    CLI::App* again = add(program_, "reindex");
    again->add_option("--database", reindex_.database)->required();
    again->add_option("--keys", reindex_.keys);
    on_with_data(again, [this](const auto& data) { return reindex(reindex_, data, streams_); });

    CLI::App* save = add(program_, "backup");
    needs(save, {{"FILE", backup_.file}, {"--database", backup_.database}});
    save->add_option("--uploads", backup_.uploads);
    on_with_data(save, [this](const DataFolders& data) { return backup(backup_, data, streams_); });

    CLI::App* fill = add(program_, "restore");
    needs(fill, {{"FILE", restore_.file}, {"--database", restore_.database}});
    fill->add_option("--uploads", restore_.uploads);
    fill->add_option("--erasures", restore_.erasures);
    fill->add_option("--public-key", restore_.public_key);
    on_with_data(fill,
                 [this](const DataFolders& data) { return restore(restore_, data, streams_); });
  }

  void add_people() {
    CLI::App* organisation = add(*add_group("organisation"), "organisation add");
    needs(organisation, {{"--database", organisation_add_.database},
                         {"--name", organisation_add_.name},
                         {"--kind", organisation_add_.kind}});
    organisation->add_option("--slug", organisation_add_.slug);
    on_with_data(organisation, [this](const DataFolders& data) {
      return organisation_add(organisation_add_, data, streams_);
    });

    CLI::App* group = add_group("person");
    CLI::App* join = add(*group, "person add");
    needs(join, {{"--database", person_add_.database},
                 {"--name", person_add_.name},
                 {"--sign-in-name", person_add_.sign_in_name},
                 {"--role", person_add_.role},
                 {"--organisation", person_add_.organisation}});
    join->add_option("--team", person_add_.team);
    join->add_option("--kind", person_add_.kind);
    join->add_option("--keys", person_add_.keys);
    join->add_option("--base-url", person_add_.base_url);
    on_with_data(
        join, [this](const DataFolders& data) { return person_add(person_add_, data, streams_); });

    CLI::App* list = add(*group, "person list");
    needs(list,
          {{"--database", person_list_.database}, {"--organisation", person_list_.organisation}});
    add_format(list, person_list_.format);
    on_with_data(list, [this](const DataFolders& data) {
      return person_list(person_list_, data, streams_);
    });

    CLI::App* link = add(*group, "person link");
    needs(link,
          {{"--database", person_link_.database}, {"--sign-in-name", person_link_.sign_in_name}});
    link->add_option("--keys", person_link_.keys);
    link->add_option("--base-url", person_link_.base_url);
    link->add_flag("--forget-second-factor", person_link_.forget_second_factor);
    on_with_data(link, [this](const DataFolders& data) {
      return person_link(person_link_, data, streams_);
    });

    CLI::App* leaver = add(*group, "person leave");
    needs(leaver, {{"--database", person_leave_.database},
                   {"--sign-in-name", person_leave_.sign_in_name},
                   {"--organisation", person_leave_.organisation}});
    leaver->add_option("--last-day", person_leave_.last_day);
    on_with_data(leaver, [this](const DataFolders& data) {
      return person_leave(person_leave_, data, streams_);
    });
  }

  void add_audit() {
    CLI::App* group = add_group("audit");
    CLI::App* prove = add(*group, "audit verify");
    prove->add_option("--database", audit_verify_.database)->required();
    prove->add_option("--head", audit_verify_.head);
    prove->add_option("--public-key", audit_verify_.public_key);
    add_format(prove, audit_verify_.format);
    on_with_data(prove, [this](const DataFolders& data) {
      return audit_verify(audit_verify_, data, streams_);
    });

    CLI::App* sign = add(*group, "audit head");
    sign->add_option("--database", audit_head_.database)->required();
    sign->add_option("--signing-key", audit_head_.signing_key)->required();
    on_with_data(
        sign, [this](const DataFolders& data) { return audit_head(audit_head_, data, streams_); });

    CLI::App* make = add(*group, "audit key");
    make->add_option("FILE", audit_key_.file)->required();
    on(make, [this] { return audit_key(audit_key_, streams_); });
  }

  void add_erasures() {
    CLI::App* group = add_group("erasures");
    CLI::App* again = add(*group, "erasures apply");
    needs(again, {{"LEDGER", erasures_apply_.ledger}, {"--database", erasures_apply_.database}});
    again->add_option("--uploads", erasures_apply_.uploads);
    again->add_option("--public-key", erasures_apply_.public_key);
    on_with_data(again, [this](const DataFolders& data) {
      return erasures_apply(erasures_apply_, data, streams_);
    });

    CLI::App* all = add(*group, "erasures ledger");
    needs(all, {{"--database", erasures_ledger_.database},
                {"--signing-key", erasures_ledger_.signing_key}});
    on_with_data(all, [this](const DataFolders& data) {
      return erasures_ledger(erasures_ledger_, data, streams_);
    });

    CLI::App* rewrite = add(*group, "erasures sweep");
    rewrite->add_option("--database", erasures_sweep_.database)->required();
    on_with_data(rewrite, [this](const DataFolders& data) {
      return erasures_sweep(erasures_sweep_, data, streams_);
    });
  }

  void add_keys() {
    CLI::App* group = add_group("keys");
    CLI::App* make = add(*group, "keys make");
    make->add_option("FILE", keys_make_.file)->required();
    on(make, [this] { return keys_make(keys_make_, streams_); });

    CLI::App* rotate = add(*group, "keys rotate");
    rotate->add_option("--database", keys_rotate_.database)->required();
    rotate->add_option("--keys", keys_rotate_.keys);
    on_with_data(rotate, [this](const DataFolders& data) {
      return keys_rotate(keys_rotate_, data, streams_);
    });
  }

  void add_import() {
    CLI::App* group = add_group("import");
    CLI::App* reports = add(*group, "import report");
    reports->add_option("FILE", import_report_.files)->required();
    reports->add_option("--database", import_report_.database)->required();
    on_with_data(reports, [this](const DataFolders& data) {
      return import_report(import_report_, data, streams_);
    });

    CLI::App* ratings = add(*group, "import ratings");
    needs(ratings, {{"CSV", import_ratings_.file}, {"--database", import_ratings_.database}});
    on_with_data(ratings, [this](const DataFolders& data) {
      return import_ratings(import_ratings_, data, streams_);
    });

    CLI::App* all = add(program_, "export");
    all->add_option("--database", export_.database)->required();
    on_with_data(
        all, [this](const DataFolders& data) { return export_library(export_, data, streams_); });
  }

  void add_framework() {
    CLI::App* group = add_group("framework");
    CLI::App* check = add(*group, "framework check");
    check->add_option("DIR", framework_check_.folder)->required();
    add_format(check, framework_check_.format);
    on(check, [this] { return framework_check(framework_check_, streams_); });

    CLI::App* list = add(*group, "framework list");
    add_format(list, framework_list_.format);
    on_with_data(list, [this](const DataFolders& data) {
      return framework_list(framework_list_, data, streams_);
    });

    CLI::App* show = add(*group, "framework show");
    show->add_option("EDITION", framework_show_.edition)->required();
    add_format(show, framework_show_.format);
    on_with_data(show, [this](const DataFolders& data) {
      return framework_show(framework_show_, data, streams_);
    });
  }

  void add_report() {
    CLI::App* group = add_group("report");
    CLI::App* read = add(*group, "report read");
    read->add_option("FILE", report_read_.files)->required();
    add_format(read, report_read_.format);
    on_with_data(read, [this](const DataFolders& data) {
      return report_read(report_read_, data, streams_);
    });

    CLI::App* check = add(*group, "report check");
    check->add_option("FILE", report_check_.file)->required();
    check->add_option("--press", report_check_.press);
    add_format(check, report_check_.format);
    on_with_data(check, [this](const DataFolders& data) {
      return report_check(report_check_, data, streams_);
    });
  }

  void add_rate() {
    CLI::App* app = add(program_, "rate");
    app->add_option("JUDGEMENTS.csv", rate_.judgements)->required();
    app->add_option("--edition", rate_.edition)->required();
    app->add_option("--decisions", rate_.decisions);
    add_format(app, rate_.format);
    on_with_data(app, [this](const DataFolders& data) { return rate(rate_, data, streams_); });
  }

  static void describe(CLI::App& app, const std::string& path,
                       std::vector<CommandSurface>& commands) {
    CommandSurface one{path, {}};
    for (const auto* option : app.get_options()) one.options.push_back(option->get_single_name());
    commands.push_back(std::move(one));
    for (auto* command : app.get_subcommands({}))
      describe(*command, path.empty() ? command->get_name() : path + " " + command->get_name(),
               commands);
  }

  Streams& streams_;
  CLI::App program_;
  std::function<ExitStatus()> action_;
  FrameworkCheckOptions framework_check_;
  FrameworkListOptions framework_list_;
  FrameworkShowOptions framework_show_;
  RateOptions rate_;
  DemoOptions demo_;
  KeysMakeOptions keys_make_;
  KeysRotateOptions keys_rotate_;
  ServeOptions serve_;
  MigrateOptions migrate_;
  ReindexOptions reindex_;
  BackupOptions backup_;
  RestoreOptions restore_;
  OrganisationAddOptions organisation_add_;
  PersonAddOptions person_add_;
  PersonListOptions person_list_;
  PersonLeaveOptions person_leave_;
  PersonLinkOptions person_link_;
  AuditVerifyOptions audit_verify_;
  AuditHeadOptions audit_head_;
  AuditKeyOptions audit_key_;
  ErasuresApplyOptions erasures_apply_;
  ErasuresLedgerOptions erasures_ledger_;
  ErasuresSweepOptions erasures_sweep_;
  ImportRatingsOptions import_ratings_;
  ExportOptions export_;
  ImportReportOptions import_report_;
  ReportReadOptions report_read_;
  ReportCheckOptions report_check_;
};

}  // namespace

ExitStatus run(std::span<const std::string> arguments, Streams& streams) {
  return CommandLine(streams).run(arguments);
}

std::vector<CommandSurface> command_surface() {
  std::ostringstream nowhere;
  Streams streams{nowhere, nowhere};
  return CommandLine(streams).surface();
}

}  // namespace northlight::cli
