package main

import "github.com/spf13/cobra"

// commands are the subcommands, one file each.
func (a *app) commands() []*cobra.Command {
	list := []*cobra.Command{
		a.demoCommand(),
		a.runCommand(),
		a.initCommand(),
		a.doctorCommand(),
		a.lintCommand(),
		a.importCommand(),
		a.planCommand(),
		a.previewCommand(),
		a.listCommand(),
		a.showCommand(),
		a.whyCommand(),
		a.statusCommand(),
		a.inboxCommand(),
		a.reportCommand(),
		a.checkCommand(),
		a.backupCommand(),
		a.restoreCommand(),
		a.readCommand(),
		a.approveCommand(),
		a.exportCommand(),
		a.forgetCommand(),
		a.versionCommand(),
	}
	return append(list, a.orderCommands()...)
}
