package owner_test

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// chromium finds a browser. Where there is none the test is skipped, unless the
// environment says that there has to be one.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("FOLLOWUPD_REQUIRE_CHROMIUM") != "" {
		t.Fatal("chromium is not installed, and FOLLOWUPD_REQUIRE_CHROMIUM says that it must be")
	}
	t.Skip("chromium is not installed, so nobody looks at the mails (make test installs it)")
	return ""
}

// browse runs the browser without a window, in the light or in the dark.
func browse(t *testing.T, browser string, dark bool, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	scheme := "--blink-settings=preferredColorScheme=1"
	if dark {
		scheme = "--blink-settings=preferredColorScheme=0"
	}
	c := exec.CommandContext(ctx, browser, append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--no-first-run", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + t.TempDir(), scheme}, args...)...)
	c.WaitDelay = 5 * time.Second
	out, err := c.Output()
	if err != nil {
		t.Fatalf("the browser: %v", err)
	}
	return out
}

// seen are the mails that are looked at, as their golden files have them.
func seen() []string { return []string{"week-quiet", "week-normal", "week-busy", "brief"} }

// measured is what a browser says of a mail at one width.
type measured struct {
	Mail     string  `json:"mail"`
	Width    int     `json:"width"`
	Overflow int     `json:"overflow"` // pixels that the page is wider than its window
	Cut      string  `json:"cut"`      // the first text that leaves the window, or its box
	Smallest float64 `json:"smallest"` // letters, in pixels
	Faintest float64 `json:"faintest"` // contrast of text against what is behind it
	Faint    string  `json:"faint"`
	Bright   float64 `json:"bright"` // of what is behind the page, 0 to 1
	Texts    int     `json:"texts"`
	Fetched  int     `json:"fetched"` // what the page had to load from elsewhere
}

// ruler is the page that measures; the mails themselves hold no script.
const ruler = `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body>%s<pre id="out"></pre><script>
function rgb(s) { const m = s.match(/[\d.]+/g).map(Number); return {c: m.slice(0, 3), a: m.length > 3 ? m[3] : 1}; }
function light(c) { const l = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); }); return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; }
window.addEventListener('load', () => {
  const all = [];
  for (const f of document.querySelectorAll('iframe')) {
    const d = f.contentDocument, w = f.contentWindow;
    const behind = e => { for (; e; e = e.parentElement) { const b = rgb(w.getComputedStyle(e).backgroundColor); if (b.a > 0) return b.c; } return [255, 255, 255]; };
    const m = {mail: f.dataset.mail, width: f.clientWidth, overflow: d.documentElement.scrollWidth - d.documentElement.clientWidth, cut: '', smallest: 99, faintest: 99, faint: '',
      bright: light(behind(d.body)), texts: 0, fetched: w.performance.getEntriesByType('resource').length + d.images.length + d.scripts.length};
    const walk = d.createTreeWalker(d.body, NodeFilter.SHOW_TEXT);
    for (let n; n = walk.nextNode();) {
      const e = n.parentElement, s = w.getComputedStyle(e), t = n.textContent.trim();
      if (t === '' || t === '\u00a0' || s.display === 'none' || e.closest('[style*="display:none"]')) continue;
      m.texts++;
      const r = d.createRange(); r.selectNodeContents(n);
      for (const box of r.getClientRects()) if (!m.cut && (box.right > f.clientWidth + 0.5 || box.left < -0.5)) m.cut = t;
      m.smallest = Math.min(m.smallest, parseFloat(s.fontSize));
      const a = light(rgb(s.color).c), b = light(behind(e)), contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < m.faintest) { m.faintest = contrast; m.faint = t; }
    }
    all.push(m);
  }
  document.getElementById('out').textContent = JSON.stringify(all);
});
</script>`

// Read on a phone, a tablet and a desk, in the light and in the dark, nothing
// of a mail is cut off, too small or too faint, and nothing is fetched.
func TestMailsFitEveryScreen(t *testing.T) {
	t.Parallel()
	browser := chromium(t)
	var frames strings.Builder
	for _, name := range seen() {
		page, err := os.ReadFile(filepath.Join("testdata", name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{360, 700, 1200} {
			fmt.Fprintf(&frames, `<iframe data-mail="%s" style="width:%dpx;height:800px;border:0" srcdoc="%s"></iframe>`, name, width, html.EscapeString(string(page)))
		}
	}
	file := filepath.Join(t.TempDir(), "ruler.html")
	if err := os.WriteFile(file, fmt.Appendf(nil, ruler, frames.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dark := range []bool{false, true} {
		dom := string(browse(t, browser, dark, "--virtual-time-budget=10000", "--dump-dom", "file://"+file))
		_, out, _ := strings.Cut(dom, `<pre id="out">`)
		out, _, _ = strings.Cut(out, "</pre>")
		var all []measured
		if err := json.Unmarshal([]byte(html.UnescapeString(out)), &all); err != nil {
			t.Fatalf("the browser says %.200q: %v", out, err)
		}
		if len(all) != 3*len(seen()) {
			t.Fatalf("%d pages were measured", len(all))
		}
		for _, m := range all {
			what := fmt.Sprintf("%s at %d pixels, dark: %v", m.Mail, m.Width, dark)
			if m.Overflow > 0 || m.Cut != "" {
				t.Errorf("%s: %d pixels too wide; cut off is %q", what, m.Overflow, m.Cut)
			}
			if m.Smallest < 13 || m.Texts < 10 {
				t.Errorf("%s: %d texts, the smallest of %g pixels", what, m.Texts, m.Smallest)
			}
			// WCAG 2.2 1.4.3 wants 4.5 for text of that size.
			if m.Faintest < 4.5 {
				t.Errorf("%s: a contrast of %.2f: %q", what, m.Faintest, m.Faint)
			}
			if dark != (m.Bright < 0.1) || !dark && m.Bright < 0.8 {
				t.Errorf("%s: the page has a brightness of %.2f", what, m.Bright)
			}
			if m.Fetched > 0 {
				t.Errorf("%s: it loads %d things", what, m.Fetched)
			}
		}
	}
}

// Pictures of the mails are as wide as the screen, show something, and are
// another thing in the dark. They are kept in the folder that FOLLOWUPD_SHOTS
// names.
func TestPicturesOfMails(t *testing.T) {
	t.Parallel()
	browser := chromium(t)
	dir := os.Getenv("FOLLOWUPD_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	height := map[string]int{"week-quiet": 900, "week-normal": 3000, "week-busy": 5600, "brief": 1100}
	for _, name := range seen() {
		page, err := filepath.Abs(filepath.Join("testdata", name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{360, 700, 1200} {
			var bright [2]float64
			for i, scheme := range []string{"light", "dark"} {
				file := filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", name, width, scheme))
				browse(t, browser, scheme == "dark", fmt.Sprintf("--window-size=%d,%d", width, height[name]), "--screenshot="+file, "file://"+page)
				picture := decodePNG(t, file)
				if got := picture.Bounds().Dx(); got != width {
					t.Errorf("%s is %d pixels wide", file, got)
				}
				colours := 0
				if bright[i], colours = looksLike(picture); colours < 30 {
					t.Errorf("%s has %d colours: it is blank", file, colours)
				}
			}
			if bright[0] < 0.8 || bright[1] > 0.25 {
				t.Errorf("%s at %d pixels has a brightness of %.2f in the light and %.2f in the dark", name, width, bright[0], bright[1])
			}
		}
	}
}

func decodePNG(t *testing.T, file string) image.Image {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return picture
}

// looksLike is how bright a picture is on the whole, from 0 to 1, and how many
// colours it has.
func looksLike(picture image.Image) (bright float64, colours int) {
	seen := map[[3]uint32]bool{}
	sum, n := 0.0, 0
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y += 2 {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x += 2 {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r >> 8, g >> 8, b >> 8}] = true
			sum += (0.2126*float64(r) + 0.7152*float64(g) + 0.0722*float64(b)) / 0xffff
			n++
		}
	}
	return sum / float64(n), len(seen)
}
