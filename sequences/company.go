package sequences

import "fmt"

// Company is what Gate must know of the other people at a candidate's company,
// by the domain of their addresses.
type Company struct {
	Domain string // empty: nobody is counted, for anybody can have an address there
	AtOnce int    // how many of them are written to at once; 0: any number
	Begun  int    // others who got their first mail and whose sequence isn't over, be they held or with the owner
	Before int    // others whose first mail waits too and who were added earlier
}

// gateCompany lets a first mail wait while as many of a company are written to
// as may be at once. Who was added first goes first.
func gateCompany(c Candidate) Reason {
	others := c.Company.Begun + c.Company.Before
	if !c.First || c.Company.AtOnce <= 0 || c.Company.Domain == "" || others < c.Company.AtOnce {
		return because(OK, "")
	}
	if c.Company.Begun == 0 {
		return because(CodeCompanyFull, fmt.Sprintf("others at %s were added earlier; they are written to first", c.Company.Domain))
	}
	if c.Company.Begun == 1 {
		return because(CodeCompanyFull, fmt.Sprintf("somebody else at %s is not through yet; this one comes after", c.Company.Domain))
	}
	return because(CodeCompanyFull, fmt.Sprintf("%d others at %s are not through yet; this one comes after", c.Company.Begun, c.Company.Domain))
}
